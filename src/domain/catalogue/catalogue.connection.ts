import { type Composable, compose } from "../../common/filters/compose";
import { batched } from "../../common/loader";
import type { Connection, ConnectionSource, Page } from "../../common/pagination/connection";
import { type PageArgs, type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { columnsOf } from "../../db/columns";
import { countPerParent } from "../../db/count";
import { emptyPage, type Order, type OrderTerm, readPages } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { allOf, anyOf, raw, type Sql, sql } from "../../db/sql";
import { type RowOf, type RowTypeName, rowTypes } from "../node/row-types";
import { OrderDirection } from "./catalogue.inputs";

/** What makes the lists of one kind of thing; its rows are `t`. */
export interface CatalogueDefinition<Name extends RowTypeName, Where extends Composable<Where>> {
  type: Name;
  /** The conditions of a filter's own members, each true or false, never NULL. */
  conditions: (context: RequestContext, where: Where, path: string) => Promise<Sql[]>;
  /** What can be ordered by; the first is the default. */
  orders: Record<string, OrderTerm>;
  /** What comes after equals, before the key. */
  tiebreak: OrderTerm;
  connection: new (
    source: ConnectionSource<RowOf<Name>>,
  ) => Connection<ConnectionSource<RowOf<Name>>, RowOf<Name>>;
}

export interface CatalogueArgs<Where> extends PageArgs {
  where?: Where | null;
  orderBy?: { field: string; direction: OrderDirection } | null;
}

interface ListArgs {
  scope: string;
  where: object | null;
  orderBy: CatalogueArgs<object>["orderBy"];
  page: PageRequest;
}

const logic = { all: allOf, any: anyOf, negate: (condition: Sql) => sql`NOT ${condition}` };

/**
 * Makes the function that gives a list of one kind of thing. `scopes` are the sides from which a list can be asked
 * for: conditions on `t` and `parent.id`.
 */
export function catalogue<Name extends RowTypeName, Where extends Composable<Where>, Scope extends string>(
  definition: CatalogueDefinition<Name, Where>,
  scopes: Record<Scope, Sql>,
) {
  const { entity, table } = rowTypes[definition.type];
  const allScopes: Record<string, Sql> = { ...scopes, all: raw("true") };

  async function body(context: RequestContext, { scope, where }: Pick<ListArgs, "scope" | "where">) {
    const members = (inner: Where, path: string) => definition.conditions(context, inner, path);
    const condition = await compose((where ?? {}) as Where, logic, members, "where");
    return sql`FROM ${raw(table)} t WHERE ${allScopes[scope]} AND ${condition}`;
  }

  const loadPage = batched<RequestContext, ListArgs, number, Page<RowOf<Name>> | null>(
    async (context, args, parentIds) =>
      readPages(
        context.db,
        parentIds,
        {
          type: entity,
          columns: columnsOf(entity, "t"),
          body: await body(context, args),
          order: orderOf(definition, args.orderBy),
        },
        args.page,
      ),
    () => null,
  );

  const loadCount = batched<RequestContext, Pick<ListArgs, "scope" | "where">, number, number>(
    async (context, args, parentIds) => countPerParent(context.db, parentIds, await body(context, args)),
    () => 0,
  );

  return (
    context: RequestContext,
    args: CatalogueArgs<Where>,
    scope: Scope | "all" = "all",
    parentId = 0,
  ) => {
    const selection = { scope, where: args.where ?? null };
    const page = pageRequest(args);
    const paged: ListArgs = { ...selection, orderBy: args.orderBy ?? null, page };
    return new definition.connection({
      page: async () => (await loadPage(context, paged, parentId)) ?? emptyPage(page),
      count: () => loadCount(context, selection, parentId),
    });
  };
}

function orderOf(
  definition: Pick<CatalogueDefinition<RowTypeName, never>, "type" | "orders" | "tiebreak">,
  orderBy: ListArgs["orderBy"],
): Order {
  const field = orderBy?.field ?? Object.keys(definition.orders)[0];
  const descending = orderBy?.direction === OrderDirection.DESC;
  return {
    list: `${definition.type}:${field}:${descending}`,
    terms: [
      { ...definition.orders[field], descending },
      definition.tiebreak,
      { expression: raw("t.id"), type: "integer", required: true },
    ],
  };
}
