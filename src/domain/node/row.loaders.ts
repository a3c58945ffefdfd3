import { batched, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { findRows } from "./row.queries";
import type { RowOf, RowTypeName } from "./row-types";

const load = batched<RequestContext, RowTypeName, number, { id: number } | null>(
  async (context, name, ids) => keyBy(await findRows(context.db, name, ids), (row) => row.id),
  () => null,
);

/** The row of a type with this key, or null. */
export function loadRow<Name extends RowTypeName>(
  context: RequestContext,
  name: Name,
  id: number,
): Promise<RowOf<Name> | null> {
  return load(context, name, id) as Promise<RowOf<Name> | null>;
}

/** The row that a foreign key points at; null only for a null key. */
export async function loadLinked<Name extends RowTypeName>(
  context: RequestContext,
  name: Name,
  id: number | null,
): Promise<RowOf<Name> | null> {
  return id === null ? null : loadRow(context, name, id);
}
