import { type Awaitable, batched, keyBy } from "../../common/loader";
import { among } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { readRows } from "../../db/row-set";
import { rowsWith } from "./row.queries";
import type { RowOf, RowTypeName } from "./row-types";

const load = batched<RequestContext, RowTypeName, number, { id: number } | null>(
  async (context, name, ids) =>
    keyBy<number, { id: number }>(await readRows(context.db, rowsWith(name, among(ids))), (row) => row.id),
  () => null,
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
