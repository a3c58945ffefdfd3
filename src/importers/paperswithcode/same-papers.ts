import { nameKey } from "../../common/name-key";
import type { NamedPaper } from "../named-result";
import { lineOf } from "./line-of";
import type { RowPaper } from "./paper";
import type { Report } from "./part";
import type { Table } from "./tables";

/**
 * Makes what several rows say of one paper one thing: the address and the title are those of the first row that has
 * them. Gives what to write for a row's paper, at the row's place.
 */
export function samePapers(tables: readonly Table[], report: Report): (of: RowPaper) => NamedPaper {
  const papers = new Map<string, NamedPaper>();
  const titled = new Map<string, RowPaper>();
  const told = new Set<string>();
  for (const { rows } of tables) for (const { paper } of rows) if (paper) add(paper);
  return ({ key, paper }) => ({ ...paper, ...papers.get(key), place: paper.place });

  function add(of: RowPaper): void {
    const { key, paper } = of;
    papers.set(key, { ...paper, ...papers.get(key) });
    if (!paper.title) return;
    const first = titled.get(key);
    if (first) compareTitles(first, of, paper.title);
    else titled.set(key, of);
  }

  function compareTitles(first: RowPaper, { key, titlePlace }: RowPaper, title: string): void {
    const kept = first.paper.title ?? "";
    const telling = JSON.stringify([key, nameKey(title)]);
    if (nameKey(kept) === nameKey(title) || told.has(telling)) return;
    told.add(telling);
    const where = lineOf(first.titlePlace, titlePlace);
    const message = `this paper has another title on ${where}, "${kept}"; that one is kept.`;
    report({ ...titlePlace, message, level: "warning" });
  }
}
