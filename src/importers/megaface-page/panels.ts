import { LAYOUT } from "./page-layout";
import type { PageLine } from "./page-lines";

/** A part of the page: a table, the descriptions printed under it, and the headings of its plots. */
export interface Panel {
  title: PageLine | null;
  head: PageLine;
  /** From below the table's head to the head of the descriptions or, without it, to the headings of the plots. */
  table: PageLine[];
  descriptions: PageLine[];
  closings: PageLine[];
}

/** The panels of a page, in its order; each begins with the head of a table. */
export function findPanels(lines: readonly PageLine[]): Panel[] {
  const heads = lines.flatMap(({ text }, i) => (LAYOUT.tableHead.test(text) ? [i] : []));
  return heads.map((head, i) => {
    const end = i + 1 < heads.length ? heads[i + 1] : lines.length;
    return panel(lines, head, titleOf(lines, end - 1) ? end - 1 : end);
  });
}

function titleOf(lines: readonly PageLine[], index: number): PageLine | null {
  return index >= 0 && LAYOUT.tableTitle.test(lines[index].text) ? lines[index] : null;
}

function panel(lines: readonly PageLine[], head: number, end: number): Panel {
  const body = lines.slice(head + 1, end);
  const closings = body.filter(({ text }) => LAYOUT.closing.test(text));
  const closed = closings.length ? body.indexOf(closings[0]) : body.length;
  const details = body.findIndex(({ text }) => LAYOUT.descriptionsHead.test(text));
  const described = details !== -1 && details < closed;
  return {
    title: titleOf(lines, head - 1),
    head: lines[head],
    table: body.slice(0, described ? details : closed),
    descriptions: described ? body.slice(details + 1, closed) : [],
    closings,
  };
}

/** What the table of a panel is about, from its title or else from the headings of its plots; null when neither says. */
export function measureOf({ title, closings }: Panel): string | null {
  const said = [
    title && LAYOUT.tableTitle.exec(title.text),
    ...closings.map(({ text }) => LAYOUT.closing.exec(text)),
  ].map((match) => match?.groups?.measure.toLowerCase());
  for (const word of said) {
    const measure = LAYOUT.measures.find((one) => one.toLowerCase() === word);
    if (measure) return measure;
  }
  return null;
}
