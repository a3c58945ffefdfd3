import type { Connection, ConnectionSource } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { raw, type Sql, sql } from "../../db/sql";
import type { RowOf } from "../node/row-types";
import { catalogue } from "./catalogue.connection";
import { ThingOrderField } from "./catalogue-order";
import { columnReferences } from "./reference-filter.queries";
import { BY_NAME, byUses } from "./thing-order.queries";
import { thingScopes } from "./thing-scope.queries";
import type { TreeWhere } from "./tree.inputs";
import type { TreeKind } from "./tree.queries";

/** Makes the function that lists one kind of thing that forms a tree. */
export function treeConnection<Kind extends TreeKind>(
  type: Kind,
  connection: new (
    source: ConnectionSource<RowOf<Kind>>,
  ) => Connection<ConnectionSource<RowOf<Kind>>, RowOf<Kind>>,
) {
  async function conditions(context: RequestContext, where: TreeWhere, path: string): Promise<Sql[]> {
    const found: Sql[] = [];
    if (where.name) found.push(textPredicate(raw("t.name_key"), where.name));
    if (where.isFamily?.is != null) found.push(sql`t.is_family = ${where.isFamily.is}`);
    if (where.self) found.push(await columnReferences(context, type, "t.id", where.self, `${path}.self`));
    if (where.introducedBy) {
      const at = `${path}.introducedBy`;
      found.push(await columnReferences(context, "Paper", "t.introduced_by_id", where.introducedBy, at));
    }
    return found;
  }
  const orders = { [ThingOrderField.NAME]: BY_NAME, [ThingOrderField.SUBMISSIONS]: byUses(type) };
  return catalogue<Kind, TreeWhere, "organisation" | "paper">(
    { type, conditions, orders, tiebreak: BY_NAME, connection },
    thingScopes(type),
  );
}
