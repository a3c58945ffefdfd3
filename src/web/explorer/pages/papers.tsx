import { PapersDocument, type PapersQuery } from "../api/operations";
import { usePages } from "../api/use-pages";
import { PageHead } from "../parts/page-head";
import { NameFilter, ThingList, useNameCondition } from "../parts/thing-list";

const PAGE = 100;
const NAMED = 3;
const listOf = (data: PapersQuery) => data.papers;

/** Papers that submissions cite, or that introduced something, the most cited first. */
export function Component() {
  const title = useNameCondition();
  const where = title && { title };
  const list = usePages("Papers", PapersDocument, { where, first: PAGE }, listOf);
  const files = [{ name: "BibTeX", what: "all papers that are shown", address: fileOf(where) }];
  return (
    <>
      <PageHead title="Papers" files={files}>
        <p className="lead">By number of submissions that cite them. Cited is not used.</p>
      </PageHead>
      <NameFilter what="Papers" />
      <ThingList
        list={list}
        address="/papers"
        counted="submissions cite it"
        lineOf={({ citedBy, title, authors, venue, year, ...paper }) => ({
          ...paper,
          name: title,
          count: citedBy.totalCount,
          note: `${authors.slice(0, NAMED).join(", ")}${authors.length > NAMED ? " and others" : ""}${
            venue ? `, ${venue}` : year ? `, ${year}` : ""
          }`,
        })}
      />
    </>
  );
}

function fileOf(where: object | undefined): string {
  return `/export/papers.bib${where ? `?${new URLSearchParams({ where: JSON.stringify(where) })}` : ""}`;
}
