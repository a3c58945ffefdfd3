/** A filter that can be combined from filters of its own kind. */
export interface Composable<Where> {
  and?: Where[] | null;
  or?: Where[] | null;
  not?: Where | null;
}

/** How conditions of some kind are joined. */
export interface Logic<Condition> {
  all: (conditions: Condition[]) => Condition;
  any: (conditions: Condition[]) => Condition;
  negate: (condition: Condition) => Condition;
}

/**
 * Compiles a `where` with its `and`, `or` and `not`: everything that stands side by side must hold. `members` gives
 * the conditions of the where's own members; `path` names the place for errors.
 */
export async function compose<Where extends Composable<Where>, Condition>(
  where: Where,
  logic: Logic<Condition>,
  members: (where: Where, path: string) => Promise<Condition[]>,
  path: string,
): Promise<Condition> {
  const compile = (inner: Where, name: string) => compose(inner, logic, members, `${path}.${name}`);
  const [own, and, or, not] = await Promise.all([
    members(where, path),
    Promise.all((where.and ?? []).map((inner, i) => compile(inner, `and[${i}]`))),
    where.or ? Promise.all(where.or.map((inner, i) => compile(inner, `or[${i}]`))) : null,
    where.not ? compile(where.not, "not") : null,
  ]);
  const conditions = [...own, ...and];
  if (or) conditions.push(logic.any(or));
  if (not) conditions.push(logic.negate(not));
  return logic.all(conditions);
}
