import { type Batched, groupBy, keyBy } from "../../common/loader";
import type { Selection } from "../../common/selection";
import type { RequestContext } from "../../db/request-context";
import { type RowSet, readTogether } from "../../db/row-set";
import type { Sql } from "../../db/sql";
import { loadClaims, loadTestSetCleaning } from "../claim/claim.loaders";
import { claimsOf, testSetCleaningOf } from "../claim/claim.queries";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { primeRows } from "../node/row.loaders";
import { rowsWith } from "../node/row.queries";
import type { RowTypeName } from "../node/row-types";
import { citationsOf } from "../paper/citation.queries";
import { scoresOf } from "../score/score.queries";
import { loadCitations, loadOrganisations, loadScores, loadVariants } from "./linked.loaders";
import { organisationsOf, otherEndsOf, type VariantSide, variantsOf } from "./linked.queries";

/** Rows that will be needed, and the loader that takes them. */
interface Reading {
  set: RowSet<object>;
  take: (rows: object[]) => void;
}

/** What the fields of submissions lead to, collected until all of it is read at once. */
class LookAhead {
  private readonly readings: Reading[] = [];

  constructor(private readonly context: RequestContext) {}

  /** Rows of a type whose keys fulfil a condition, which is put behind the key. */
  rows(name: RowTypeName, keys: Sql): void {
    const take = (rows: object[]) => primeRows(this.context, name, rows as never);
    this.readings.push({ set: rowsWith(name, keys), take });
  }

  /** Lists of rows that belong to submissions. */
  lists<Row extends object, Found extends Row, Args>(
    load: Batched<RequestContext, Args, number, Row[]>,
    args: Args,
    ids: readonly number[],
    set: RowSet<Found>,
    key: (row: Found) => number,
  ): void {
    this.readings.push({
      set,
      take: (rows) => {
        const byKey = groupBy(rows as Found[], key);
        for (const id of ids) load.prime(this.context, args, id, byKey.get(id) ?? []);
      },
    });
  }

  /** Single rows that belong to submissions, or null. */
  singles<Row extends object>(
    load: Batched<RequestContext, null, number, Row | null>,
    ids: readonly number[],
    set: RowSet<Row>,
    key: (row: Row) => number,
  ): void {
    this.readings.push({
      set,
      take: (rows) => {
        const byKey = keyBy(rows as Row[], key);
        for (const id of ids) load.prime(this.context, null, id, byKey.get(id) ?? null);
      },
    });
  }

  /** Reads all of it by one statement. What would be one statement anyway is left to its loader. */
  async read(): Promise<void> {
    if (this.readings.length < 2) return;
    const found = await readTogether(
      this.context.db,
      this.readings.map(({ set }) => set),
    );
    for (const [i, { take }] of this.readings.entries()) take(found[i]);
  }
}

/** The fields of a submission that give its claims. */
const CLAIM_FIELDS: Record<ClaimedKind, string> = {
  LossFunction: "lossFunctions",
  Backbone: "backbones",
  TrainingDataset: "trainingDatasets",
};

/**
 * Collects what a selection of fields of submissions leads to, but for the rows of the catalogue: of those the loaders
 * have most already.
 */
function lookAheadOfSubmissions(ahead: LookAhead, ids: readonly number[], selection: Selection): void {
  const submissionOf = (row: { submissionId: number }) => row.submissionId;
  if (selection.under("organisations")) {
    ahead.lists(loadOrganisations, null, ids, organisationsOf(ids), submissionOf);
  }
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) {
    if (!selection.under(CLAIM_FIELDS[kind])?.isPlain) continue;
    ahead.lists(loadClaims, { kind, basis: null }, ids, claimsOf(kind, null, ids), submissionOf);
  }
  if (selection.under("testSetCleaning")) {
    ahead.singles(loadTestSetCleaning, ids, testSetCleaningOf(ids), submissionOf);
  }
  if (selection.under("citedPapers")) {
    ahead.lists(loadCitations, null, ids, citationsOf(ids), submissionOf);
  }
  if (selection.under("scores")?.isPlain) ahead.lists(loadScores, null, ids, scoresOf(ids), submissionOf);
  lookAheadOfVariants(ahead, ids, selection.under("variantOf"), "submissionId", "baseId");
  lookAheadOfVariants(ahead, ids, selection.under("variants"), "baseId", "submissionId");
}

function lookAheadOfVariants(
  ahead: LookAhead,
  ids: readonly number[],
  selection: Selection | null,
  side: VariantSide,
  otherEnd: VariantSide,
): void {
  if (!selection) return;
  ahead.lists(loadVariants, side, ids, variantsOf(side, ids), (row) => row[side]);
  if (selection.under("submission")) ahead.rows("Submission", otherEndsOf(side, otherEnd, ids));
}

/** Reads what a selection of fields of submissions leads to, as far as it is more than one statement. */
export function lookAhead(
  context: RequestContext,
  ids: readonly number[],
  selection: Selection,
): Promise<void> {
  const ahead = new LookAhead(context);
  lookAheadOfSubmissions(ahead, ids, selection);
  return ahead.read();
}
