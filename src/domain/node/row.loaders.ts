import { type Awaitable, batched, keyBy } from "../../common/loader";
import { among } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { rowsWith } from "./row.queries";
import type { RowOf, RowTypeName } from "./row-types";

/** What there can be millions of is read anew by every request. */
const MANY: readonly RowTypeName[] = ["Submission", "Score", "Import"];

const load = batched<RequestContext, RowTypeName, number, { id: number } | null>(
  async (context, name, ids) =>
    keyBy<number, { id: number }>(await context.rowReads.read(rowsWith(name, among(ids))), (row) => row.id),
  () => null,
  { lasting: (name) => (MANY.includes(name) ? null : name) },
);

/** The row of a type with this key, or null. */
export function loadRow<Name extends RowTypeName>(
  context: RequestContext,
  name: Name,
  id: number,
): Awaitable<RowOf<Name> | null> {
  return load(context, name, id) as Awaitable<RowOf<Name> | null>;
}

/** Takes rows of a type that were read by another way. */
export function primeRows<Name extends RowTypeName>(
  context: RequestContext,
  name: Name,
  rows: readonly RowOf<Name>[],
): void {
  for (const row of rows) load.prime(context, name, row.id, row);
}

/** The row that a foreign key points at; null only for a null key. */
export function loadLinked<Name extends RowTypeName>(
  context: RequestContext,
  name: Name,
  id: number | null,
): Awaitable<RowOf<Name> | null> {
  return id === null ? null : loadRow(context, name, id);
}
