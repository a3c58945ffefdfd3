import { badInput } from "../../common/errors";
import { among, columnPredicate } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { raw, type Sql, sql } from "../../db/sql";
import type { ReferenceFilter } from "./catalogue.inputs";
import type { KindName } from "./kind";
import { resolveReference, withDescendants } from "./reference.loaders";

const MOST_REFERENCES = 500;

/** Resolves the references of one filter, all at once. Throws BAD_USER_INPUT when they are too many. */
export async function resolveEach(
  refs: readonly string[],
  path: string,
  resolve: (ref: string, path: string) => Promise<number>,
): Promise<number[]> {
  if (refs.length > MOST_REFERENCES) {
    throw badInput(path, `${refs.length} references are too many. Give at most ${MOST_REFERENCES}.`);
  }
  return Promise.all(refs.map(async (ref) => resolve(ref, path)));
}

/** The ids that a filter's references mean; null when it has none. */
export async function referencedIds(
  context: RequestContext,
  kind: KindName,
  filter: ReferenceFilter,
  path: string,
): Promise<number[] | null> {
  const resolve = (refs: string[], name: string) =>
    resolveEach(refs, `${path}.${name}`, (ref, at) => resolveReference(context, kind, ref, at));
  const [exactly, within] = await Promise.all([
    filter.is ? resolve(filter.is, "is") : null,
    filter.within
      ? resolve(filter.within, "within").then((ids) => withDescendants(context, kind, ids))
      : null,
  ]);
  return exactly && within ? exactly.filter((id) => within.includes(id)) : (exactly ?? within);
}

/** Whether an id column, which may be missing, is known to fulfil a filter. */
export async function columnReferences(
  context: RequestContext,
  kind: KindName,
  column: string,
  filter: ReferenceFilter,
  path: string,
): Promise<Sql> {
  const ids = await referencedIds(context, kind, filter, path);
  return columnPredicate(raw(column), ids ? [sql`${raw(column)} ${among(ids)}`] : [], filter.known);
}
