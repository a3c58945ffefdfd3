import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { withValue } from "../address/filters";
import { pageOf } from "../address/things";
import type { Page, Pages } from "../api/use-pages";
import { Empty, FaultNotice, Loading } from "./states";
import { useMore } from "./use-more";

/** Something in a list of things. */
export interface ThingLine {
  id: string;
  slug: string;
  name: string;
  /** How many submissions have to do with it. */
  count: number;
  note?: ReactNode;
}

interface ThingListProps<Row> {
  list: Pages<Page<Row>>;
  address: string;
  lineOf(row: Row): ThingLine;
  /** What is counted, as in "3 submissions". */
  counted: string;
}

/** Things with how often they occur, the most frequent first. */
export function ThingList<Row>({ list, address, lineOf, counted }: ThingListProps<Row>) {
  const { rows, first, fault, hasMore, more, again } = list;
  const end = useMore<HTMLParagraphElement>(more);
  if (fault && rows.length === 0) return <FaultNotice fault={fault} again={again} isPart />;
  if (!first) return <Loading />;
  if (rows.length === 0) {
    return (
      <Empty>
        <p>Nothing is called like this.</p>
      </Empty>
    );
  }
  return (
    <>
      <ul className="things">
        {rows.map(lineOf).map(({ id, slug, name, count, note }) => (
          <li key={id}>
            <span>
              <Link to={pageOf(address, slug)}>{name}</Link>
              {note && <span className="note"> {note}</span>}
            </span>
            <span className="count">
              {count} <span className="unseen">{counted}</span>
            </span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="note" ref={end}>
          Reading more …
        </p>
      )}
    </>
  );
}

/** A field by whose text a list is narrowed; the text stands in the address. */
export function NameFilter({ what }: { what: string }) {
  const [search, setSearch] = useSearchParams();
  return (
    <input
      className="name-filter"
      type="search"
      aria-label={`${what} whose name has`}
      placeholder={`${what} whose name has …`}
      defaultValue={search.get("name") ?? ""}
      onChange={({ target }) => setSearch(withValue(search, "name", target.value.trim()), { replace: true })}
    />
  );
}

/** The condition that the field above makes. */
export function useNameCondition() {
  const [search] = useSearchParams();
  const name = search.get("name");
  return name ? { contains: name } : undefined;
}
