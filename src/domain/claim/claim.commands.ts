import { raw, type Sql, sql } from "../../db/sql";
import { eachOf, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { Kinds } from "../catalogue/kind";
import { refuseUnknown } from "../catalogue/unknown-references.commands";
import type { EvidenceRecord } from "../source/source.commands";
import type { Basis } from "./basis";
import { type ClaimedKind, claimTables } from "./claim-tables";
import type { CleaningKind } from "./test-set-cleaning.entity";

/** A claim as a source makes it; `thing` is missing where the source names none. */
export interface ClaimRecord extends EvidenceRecord {
  thing?: string;
  basis: Basis;
  modified?: boolean;
  term?: string;
  identities?: number;
  images?: number;
  sizeTerm?: string;
}

export interface CleaningRecord extends EvidenceRecord {
  kind: Exclude<CleaningKind, CleaningKind.UNKNOWN>;
  term?: string;
}

/** The section of an import with the things of each kind, and the part of a submission that claims them. */
export const SECTION = {
  LossFunction: "lossFunctions",
  Backbone: "backbones",
  TrainingDataset: "trainingDatasets",
} as const satisfies Record<ClaimedKind, string>;

/** The staged submissions `x` with their rows `s` and the documents `d` in which they stand. */
export const stagedSubmissions: Sql = sql`${staged("submissions")} AS x
  JOIN submission s ON s.slug = x.slug JOIN source d ON d.slug = x.record#>>'{source,document}'`;

/**
 * Which rows `t` of a submission's part are replaced by the staged ones: all of them where the whole submission is
 * staged; where a part is, those that the same document said before.
 */
export function replacedPart(part: string): Sql {
  return sql`EXISTS (
    SELECT FROM ${stagedSubmissions}
    WHERE s.id = t.submission_id AND (NOT x.partial OR (x.record ? ${raw(`'${part}'`)} AND CASE
      WHEN x.record ? 'saidBy' THEN (x.record#>${raw(`'{saidBy,${part}}'`)}) ? (SELECT o.slug FROM source o WHERE o.id = t.source_id)
      ELSE t.source_id = d.id END)))`;
}

/**
 * Likewise for a part whose rows name no document: that where the submission was first read speaks for it.
 */
export function replacedList(part: string): Sql {
  return sql`EXISTS (
    SELECT FROM ${stagedSubmissions}
    WHERE s.id = t.submission_id AND (NOT x.partial OR (x.record ? ${raw(`'${part}'`)} AND s.source_id = d.id)))`;
}

/** Refuses slugs in a list of the staged submissions that name nothing; `slug` is read from each `item`. */
export function refuseLostItems(write: Write, part: string, what: string, table: string, slug: Sql) {
  return refuseUnknown(write, {
    what,
    lost: sql`
      SELECT format('submissions.%s.%s', x.slug, ${raw(`'${part}'`)}) AS place, ${slug} AS slug, x.file, x.line, x.col, x.ordinal
      FROM ${staged("submissions")} AS x ${eachOf(part)} LEFT JOIN ${raw(table)} thing ON thing.slug = ${slug}
      WHERE ${slug} IS NOT NULL AND thing.id IS NULL`,
    known: sql`SELECT slug FROM ${raw(table)}`,
  });
}

/** The document in which an item of a submission's list stands: its own where it names one. */
export const itemSource = raw("LEFT JOIN source own ON own.slug = item->>'document'");

/** Refuses documents that items of a list name and that are not there. */
export function refuseLostDocuments(write: Write, part: string): Promise<void> {
  return refuseLostItems(write, part, "source", "source", raw("(item->>'document')"));
}

/** What makes two claims of a submission the same one. */
export function claimKey(column: string): string[] {
  return [
    "r.submission_id",
    `coalesce(r.${column}, 0)`,
    "r.basis",
    "r.modified",
    "coalesce(r.term, '')",
    "(r.term IS NULL)",
    "coalesce(r.inherited_from_id, 0)",
  ];
}

/** The columns of a claim on things of a kind. */
export function claimColumns(kind: ClaimedKind): string[] {
  return [
    "submission_id",
    claimTables[kind].column,
    "basis",
    "modified",
    "term",
    "inherited_from_id",
    "position",
    "source_id",
    "source_line",
    "source_column",
    ...(kind === "TrainingDataset" ? ["identities", "images", "size_term"] : []),
  ];
}

/**
 * Gives each of the staged submissions exactly the stated claims on things of one kind; inherited ones are left alone. A
 * mention is not worth saying where another document says more.
 */
export async function saveClaims(write: Write, kind: ClaimedKind): Promise<void> {
  const { table, column } = claimTables[kind];
  const part = SECTION[kind];
  await refuseLostItems(write, part, Kinds[kind].label, Kinds[kind].table, raw("(item->>'thing')"));
  await refuseLostDocuments(write, part);
  const sizes = raw(
    kind === "TrainingDataset"
      ? ", (item->>'identities')::bigint, (item->>'images')::bigint, item->>'sizeTerm'"
      : "",
  );
  const claims = raw(table);
  const thingId = raw(column);
  await write.reconcile({
    table,
    columns: claimColumns(kind),
    wanted: sql`
      SELECT s.id, thing.id, item->>'basis', coalesce((item->>'modified')::boolean, false), item->>'term', NULL::integer,
        place, coalesce(own.id, d.id), (item->>'line')::integer, (item->>'column')::integer ${sizes}, x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf(part)} LEFT JOIN ${raw(Kinds[kind].table)} thing ON thing.slug = item->>'thing'
        ${itemSource}
      WHERE NOT x.partial OR item->>'basis' <> 'MENTIONED' OR NOT EXISTS (
        SELECT FROM ${claims} t
        WHERE t.submission_id = s.id AND t.${thingId} = thing.id AND t.inherited_from_id IS NULL
          AND t.basis <> 'MENTIONED' AND t.source_id <> coalesce(own.id, d.id))`,
    key: claimKey(column),
    evidenced: raw("true"),
    among: raw("t.inherited_from_id IS NULL"),
    removable: replacedPart(part),
  });
}

/** The columns of what is said of the cleaning of a test set. */
export const CLEANING_COLUMNS: readonly string[] = [
  "submission_id",
  "kind",
  "basis",
  "term",
  "inherited_from_id",
  "source_id",
  "source_line",
  "source_column",
];

/** Gives each of the staged submissions exactly its stated cleaning of the test set, or none. */
export async function saveTestSetCleaning(write: Write): Promise<void> {
  await write.warn(sql`
    SELECT format('%s says %s of the cleaning of "%s"''s test set; %s was left out.', said.slug, t.kind, x.slug, c->>'kind') AS message,
      x.file, x.line, x.col, x.ordinal
    FROM ${cleanings} JOIN test_set_cleaning t ON t.submission_id = s.id AND t.basis = 'STATED'
    JOIN source said ON said.id = t.source_id
    WHERE x.partial AND t.source_id <> coalesce(own.id, d.id) AND t.kind <> c->>'kind'`);
  await write.reconcile({
    table: "test_set_cleaning",
    columns: CLEANING_COLUMNS,
    wanted: sql`
      SELECT s.id, c->>'kind', 'STATED', c->>'term', NULL::integer, coalesce(own.id, d.id), (c->>'line')::integer, (c->>'column')::integer,
        x.partial, x.ordinal
      FROM ${cleanings} WHERE c IS NOT NULL`,
    key: ["r.submission_id"],
    evidenced: raw("t.basis = 'STATED'"),
    removable: sql`t.basis = 'STATED' AND ${replacedPart("testSetCleaning")}`,
  });
}

/** The staged submissions with what they say of the cleaning of their test sets, `c`. */
const cleanings = sql`${stagedSubmissions} CROSS JOIN LATERAL (SELECT x.record->'testSetCleaning' AS c) AS cleaning
  LEFT JOIN source own ON own.slug = c->>'document'`;
