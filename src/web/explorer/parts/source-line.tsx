import { Link } from "react-router";
import type { PlaceFragment } from "../api/operations";

/** Where a fact stands: the document and its line. */
export function SourceLine({ source }: { source: PlaceFragment }) {
  const { document, line } = source;
  return (
    <span className="source">
      <Link to={`/sources#${document.slug}`}>{document.title}</Link>
      {line !== null && `, line ${line}`}
    </span>
  );
}

/** The line alone, where the document is said elsewhere. */
export function LineOf({ source }: { source: PlaceFragment | null }) {
  if (!source) return null;
  const { document, line } = source;
  return (
    <Link className="note source" to={`/sources#${document.slug}`} title={document.title}>
      {line === null ? document.title : `line ${line}`}
    </Link>
  );
}
