import type { ReactNode } from "react";
import { Link } from "react-router";
import { pageOf } from "../address/things";
import type { PaperLineFragment } from "../api/operations";

const NAMED = 3;

/** Papers, a line each. */
export function PaperLines({ papers }: { papers: readonly (PaperLineFragment & { note?: ReactNode })[] }) {
  return (
    <ul className="lines">
      {papers.map(({ id, slug, title, authors, year, venue, note }) => (
        <li key={id}>
          <Link to={pageOf("/papers", slug)}>{title}</Link>{" "}
          <span className="note">
            {authors.slice(0, NAMED).join(", ")}
            {authors.length > NAMED && " and others"}
            {venue ? `, ${venue}` : year !== null && `, ${year}`} {note}
          </span>
        </li>
      ))}
    </ul>
  );
}
