import { among, boundConditions } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { allOf, raw, type Sql, sql } from "../../db/sql";
import { resolveReference } from "../catalogue/reference.loaders";
import { referencedIds } from "../catalogue/reference-filter.queries";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { resolveSplit } from "../leaderboard/split.loaders";
import { type LinkedRow, linkedRows } from "../node/row.queries";
import type { SubmissionWhere } from "./submission.inputs";
import type { SubmissionList } from "./submission.queries";
import type { LinkProbe } from "./submission-filter.queries";

/** Of a thing that has at most so many claims, the submissions are looked for first, and put in order then. */
const FEW_CLAIMS = 1_000;

/** The fields of a filter that name what submissions claim to use. */
const CLAIMS = {
  lossFunction: "LossFunction",
  backbone: "Backbone",
  trainingDataset: "TrainingDataset",
} as const satisfies Partial<Record<keyof SubmissionWhere, ClaimedKind>>;

/** Looks at each value `o` whether its submission has a link. */
export const PROBE_OF_VALUE: LinkProbe = { id: raw("o.submission_id"), oneByOne: true };

/** The score that a submission has its place by, which comes with it. */
export const VALUE: LinkedRow<"Score"> = { name: "Score", properties: null };

/** What a filter says of the values on the split by which a list is ordered: all of it, so that the rest may leave it out. */
export interface ValuesOnSplit {
  bounds: Sql[];
  rest: SubmissionWhere;
}

/**
 * What a filter asks of the values `o` on a split, when it asks for submissions with a value there; null when it does not.
 */
export async function valuesOnSplit(
  context: RequestContext,
  where: SubmissionWhere | null,
  splitId: number,
): Promise<ValuesOnSplit | null> {
  const { score: filter, ...rest } = where ?? {};
  if (!filter || filter.known === false || filter.leaderboard == null) return null;
  const at = "where.score";
  const leaderboard = await resolveReference(context, "Leaderboard", filter.leaderboard, `${at}.leaderboard`);
  const split = await resolveSplit(context, leaderboard, filter.split, `${at}.split`);
  if (split.id !== splitId) return null;
  return { bounds: boundConditions(raw("o.value"), filter, "numeric"), rest };
}

/**
 * `FROM ... WHERE ...` of the submissions `s` with their values `o` on a split. The values are gone through in their
 * order until the page is full, unless the filter names something that few use: then those few are put in order.
 */
export async function submissionsByValue(
  context: RequestContext,
  splitId: number,
  { bounds, rest }: ValuesOnSplit,
  condition: Sql,
): Promise<SubmissionList> {
  const all = sql`FROM score o JOIN submission s ON s.id = o.submission_id
    WHERE o.split_id = ${splitId} AND ${allOf([raw("o.value IS NOT NULL"), ...bounds])} AND ${condition}`;
  const linked = linkedRows([VALUE], {
    Score: sql`"Score".submission_id = page.id AND "Score".split_id = ${splitId}`,
  });
  const claims = await claimsNamed(context, rest);
  if (!claims) return { body: all, linked };
  const few = raw(`(SELECT claims FROM counted) <= ${FEW_CLAIMS}`);
  return {
    linked,
    with: sql`WITH counted AS MATERIALIZED (
      SELECT count(*) AS claims FROM (SELECT ${claims} LIMIT ${raw(String(FEW_CLAIMS + 1))}) AS first)`,
    body: [
      sql`${all} AND NOT ${few}`,
      sql`${all} AND ${few} AND o.submission_id = ANY(ARRAY(SELECT c.submission_id ${claims} AND ${few}))`,
    ],
  };
}

/** `FROM ... WHERE ...` of claims `c`, one of which every selected submission must have; null when it need have none. */
async function claimsNamed(context: RequestContext, where: SubmissionWhere): Promise<Sql | null> {
  for (const [field, kind] of Object.entries(CLAIMS) as [keyof typeof CLAIMS, ClaimedKind][]) {
    const filter = where[field];
    const ids = filter && (await referencedIds(context, kind, filter, `where.${field}`));
    const { table, column } = claimTables[kind];
    if (ids) return sql`FROM ${raw(table)} c WHERE c.${raw(column)} ${among(ids)}`;
  }
  return null;
}
