/** The smallest and the largest of some values. */
export function extent<Value extends number | Date>(values: readonly Value[]): [Value, Value] {
  const [first] = values;
  if (first === undefined) throw new Error("There is no extent of nothing.");
  let least: Value = first;
  let most: Value = first;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
