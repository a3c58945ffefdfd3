import { badInput } from "../../common/errors";
import { compose } from "../../common/filters/compose";
import {
  among,
  boundConditions,
  columnPredicate,
  decided,
  rangePredicate,
  textPredicate,
} from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { allOf, anyOf, empty, raw, type Sql, sql } from "../../db/sql";
import type { ReferenceFilter } from "../catalogue/catalogue.inputs";
import type { KindName } from "../catalogue/kind";
import { resolveReference } from "../catalogue/reference.loaders";
import { columnReferences, referencedIds } from "../catalogue/reference-filter.queries";
import { COUNTING_BASES } from "../claim/basis";
import { claimCondition } from "../claim/claim.queries";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { CleaningKind } from "../claim/test-set-cleaning.entity";
import { resolveSplit } from "../leaderboard/split.loaders";
import { readFrom, writtenBy } from "./provenance-filter.queries";
import type { CleaningFilter, ScoreFilter, SubmissionWhere } from "./submission.inputs";

/** What a `score` filter means where it names no leaderboard: the ranked row `ranked`, on one of these leaderboards. */
export interface RankedScope {
  leaderboardIds: readonly number[];
}

/** How the SQL looks for what is linked with a submission. */
export interface LinkProbe {
  /** Where the submission's key stands. */
  id: Sql;
  /**
   * Whether it looks at each submission by itself: not, which OFFSET forbids, for all of them at once, and by no other index
   * than the submission's, which an expression forbids.
   */
  oneByOne: boolean;
}

const logic = { all: allOf, any: anyOf, negate: (condition: Sql) => sql`NOT ${condition}` };

/**
 * Compiles a filter to a condition on the submission `s`. It is true or false, never NULL: what is not known does
 * not match, and so stays in under `not`. Throws NOT_FOUND, AMBIGUOUS or BAD_USER_INPUT with the filter's place.
 */
export function submissionCondition(
  context: RequestContext,
  where: SubmissionWhere | null | undefined,
  ranked: RankedScope | null,
  links: LinkProbe = { id: raw("s.id"), oneByOne: false },
): Promise<Sql> {
  return compose(
    where ?? {},
    logic,
    (inner, path) => memberConditions(context, inner, path, ranked, links),
    "where",
  );
}

async function memberConditions(
  context: RequestContext,
  where: SubmissionWhere,
  path: string,
  ranked: RankedScope | null,
  links: LinkProbe,
): Promise<Sql[]> {
  const at = (name: string) => `${path}.${name}`;
  // These first: what they throw would leave what is looked up without anybody who waits for it.
  const plain = [
    where.name ? textPredicate(raw("s.name_key"), where.name) : null,
    where.trainingScale ? oneOf("s.training_scale", where.trainingScale) : null,
    where.reportedBy ? oneOf("s.reported_by", where.reportedBy) : null,
    where.testSetCleaning ? cleaned(where.testSetCleaning, at("testSetCleaning")) : null,
    where.submittedOn ? rangePredicate(raw("s.submitted_on"), where.submittedOn, "date") : null,
    where.ensembleSize ? rangePredicate(raw("s.ensemble_size"), where.ensembleSize, "integer") : null,
    where.described?.is != null ? sql`s.described = ${where.described.is}` : null,
  ];
  const lookedUp: (Promise<Sql> | null)[] = [
    where.submission
      ? columnReferences(context, "Submission", "s.id", where.submission, at("submission"))
      : null,
    where.benchmark
      ? columnReferences(context, "Benchmark", "s.benchmark_id", where.benchmark, at("benchmark"))
      : null,
    where.source ? readFrom(context, where.source, at("source")) : null,
    where.import ? writtenBy(context, where.import, at("import")) : null,
    where.organisation
      ? linked(
          context,
          links,
          "Organisation",
          "submission_organisation",
          "organisation_id",
          where.organisation,
          at("organisation"),
        )
      : null,
    where.citedPaper
      ? linked(context, links, "Paper", "citation", "paper_id", where.citedPaper, at("citedPaper"))
      : null,
    where.lossFunction
      ? claimed(context, links, "LossFunction", where.lossFunction, at("lossFunction"))
      : null,
    where.backbone ? claimed(context, links, "Backbone", where.backbone, at("backbone")) : null,
    where.trainingDataset
      ? claimed(context, links, "TrainingDataset", where.trainingDataset, at("trainingDataset"))
      : null,
    where.score ? scored(context, where.score, at("score"), ranked) : null,
  ];
  return [...plain, ...(await Promise.all(lookedUp))].filter((condition) => condition !== null);
}

function oneOf(name: string, filter: { is?: string[] | null; known?: boolean | null }): Sql {
  const conditions = filter.is ? [sql`${raw(name)} = ANY(${filter.is}::text[])`] : [];
  return columnPredicate(raw(name), conditions, filter.known);
}

const endOf = (oneByOne: boolean): Sql => (oneByOne ? raw("OFFSET 0") : empty);

async function linked(
  context: RequestContext,
  { id, oneByOne }: LinkProbe,
  kind: KindName,
  table: string,
  idColumn: string,
  filter: ReferenceFilter,
  path: string,
): Promise<Sql> {
  const ids = await referencedIds(context, kind, filter, path);
  const links = sql`SELECT FROM ${raw(table)} l WHERE l.submission_id = ${id}`;
  const conditions: Sql[] = [];
  const key = raw(oneByOne ? `l.${idColumn} + 0` : `l.${idColumn}`);
  if (ids) conditions.push(sql`EXISTS (${links} AND ${key} ${among(ids)} ${endOf(oneByOne)})`);
  if (filter.known != null) conditions.push(sql`EXISTS (${links}) = ${filter.known}`);
  return decided(conditions);
}

async function claimed(
  context: RequestContext,
  { id, oneByOne }: LinkProbe,
  kind: ClaimedKind,
  filter: NonNullable<SubmissionWhere["lossFunction"]>,
  path: string,
): Promise<Sql> {
  const ids = await referencedIds(context, kind, filter, path);
  const { table, column: idColumn } = claimTables[kind];
  const claims = (condition: Sql) =>
    sql`EXISTS (SELECT FROM ${raw(table)} c WHERE c.submission_id = ${id} AND ${condition} ${endOf(oneByOne)})`;
  const named = sql`c.${raw(idColumn)} IS NOT NULL`;
  const conditions: Sql[] = [];
  if (ids || filter.basis || filter.modified != null || filter.known) {
    const things = ids && among(ids);
    const asked = claimCondition(kind, { things, basis: filter.basis, modified: filter.modified, oneByOne });
    conditions.push(claims(filter.known ? sql`${asked} AND ${named}` : asked));
  }
  if (filter.known === false) {
    const known = claims(
      sql`${claimCondition(kind, { things: null, basis: filter.basis, oneByOne })} AND ${named}`,
    );
    // Nothing else can be asked of what is not known: `basis` then says on which bases it would count.
    if (!ids && filter.modified == null) return sql`NOT ${known}`;
    conditions.push(sql`NOT ${known}`);
  }
  return decided(conditions);
}

function cleaned(filter: CleaningFilter, path: string): Sql {
  if (filter.is?.includes(CleaningKind.UNKNOWN)) {
    throw badInput(`${path}.is`, "UNKNOWN is not something a source says. Ask `known: false` for it.");
  }
  const basis = sql`t.basis = ANY(${[...(filter.basis ?? COUNTING_BASES)]}::text[])`;
  const said = (condition: Sql) =>
    sql`EXISTS (SELECT FROM test_set_cleaning t WHERE t.submission_id = s.id AND ${basis} AND ${condition})`;
  const conditions: Sql[] = [];
  if (filter.is) conditions.push(said(sql`t.kind = ANY(${filter.is}::text[])`));
  if (filter.known === false) conditions.push(sql`NOT ${said(raw("true"))}`);
  else if (filter.known || filter.basis) conditions.push(said(raw("true")));
  return decided(conditions);
}

async function scored(
  context: RequestContext,
  filter: ScoreFilter,
  path: string,
  ranked: RankedScope | null,
): Promise<Sql> {
  const meant = await scoresMeant(context, filter, path, ranked);
  const bounds = boundConditions(raw("x.value"), filter, "numeric");
  const conditions: Sql[] = [];
  // Naming a place and asking no more asks for a score there.
  const placed = filter.known == null && (filter.leaderboard != null || filter.split != null);
  if (bounds.length || placed) {
    conditions.push(sql`EXISTS (${meant} AND ${allOf([raw("x.value IS NOT NULL"), ...bounds])})`);
  }
  if (filter.known != null) conditions.push(sql`EXISTS (${meant} AND x.value IS NOT NULL) = ${filter.known}`);
  return decided(conditions);
}

/** Selects the score rows `x` of the submission `s` that a score filter speaks of. */
async function scoresMeant(
  context: RequestContext,
  filter: ScoreFilter,
  path: string,
  ranked: RankedScope | null,
): Promise<Sql> {
  if (filter.leaderboard != null) {
    const leaderboard = await resolveReference(
      context,
      "Leaderboard",
      filter.leaderboard,
      `${path}.leaderboard`,
    );
    const split = await resolveSplit(context, leaderboard, filter.split, `${path}.split`);
    return sql`SELECT FROM score x WHERE x.submission_id = s.id AND x.split_id = ${split.id}`;
  }
  if (!ranked) {
    throw badInput(
      path,
      "outside a ranking a score filter must name its `leaderboard`, for numbers of different leaderboards cannot be compared.",
    );
  }
  if (filter.split == null) return sql`SELECT FROM score x WHERE x.id = ranked.score_id`;
  const splits = await Promise.all(
    ranked.leaderboardIds.map((id) => resolveSplit(context, id, filter.split, `${path}.split`)),
  );
  return sql`SELECT FROM score x JOIN split y ON y.id = x.split_id
    WHERE x.submission_id = s.id AND y.leaderboard_id = ranked.leaderboard_id
      AND y.id = ANY(${splits.map((split) => split.id)}::integer[])`;
}
