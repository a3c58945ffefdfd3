/** Where the cells of a record begin in its text. */
export function cellStarts(record: string, delimiter: string, quotes: boolean): number[] {
  const starts: number[] = [];
  let at = 0;
  while (at <= record.length) {
    starts.push(at);
    let end = at;
    if (quotes && record[at] === '"') {
      end = at + 1;
      while (end < record.length && (record[end] !== '"' || record[end + 1] === '"'))
        end += record[end] === '"' ? 2 : 1;
    }
    const next = record.indexOf(delimiter, end);
    if (next === -1) break;
    at = next + 1;
  }
  return starts;
}
