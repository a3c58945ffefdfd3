import { raw, type Sql, sql } from "./sql";
import type { StagingTable } from "./staging";

/** Records on their way into the graph, each as one JSON object, with the place where it was read. */
export const stagedRecords: StagingTable = {
  name: "staged",
  columns: {
    section: "text",
    slug: "text",
    partial: "boolean",
    file: "text",
    line: "integer",
    col: "integer",
    record: "jsonb",
  },
};

/** The staged records of a section, as a table to select from. */
export function staged(section: string): Sql {
  return raw(`(SELECT * FROM staged WHERE section = '${section}')`);
}

/** One text of the staged record `x`, by its property. */
export function said(property: string): Sql {
  return raw(`x.record->>'${property}'`);
}

/** Joins the items of a list of the staged record `x`, each as `item`, with its place in the list from 0 as `place`. */
export function eachOf(property: string): Sql {
  return raw(
    `CROSS JOIN LATERAL jsonb_array_elements(x.record->'${property}') WITH ORDINALITY AS listed(item, nth)
     CROSS JOIN LATERAL (SELECT nth::integer - 1 AS place) AS placed`,
  );
}

/** Slugs that the same import brings for a section. */
export function stagedSlugs(section: string): Sql {
  return sql`SELECT x.slug FROM ${staged(section)} AS x`;
}
