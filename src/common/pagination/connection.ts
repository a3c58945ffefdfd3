import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Field, Info, Int, ObjectType } from "type-graphql";
import { Cost } from "../cost/cost";
import type { Awaitable } from "../loader";
import { Selection } from "../selection";

/** One page of rows with what tells whether there are more. */
export interface Page<Row> {
  rows: Row[];
  /** The cursor of one of the rows. */
  cursor: (i: number) => string;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** How many there are on all pages together, where that is known without counting. */
  total?: number;
}

@ObjectType({ description: "Where a page stands in its list, as in the Relay connection specification." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether the list goes on after this page." })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: "Whether the list has something before this page." })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the page's first item; null on an empty page.",
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Cursor of the page's last item; null on an empty page.",
  })
  endCursor: string | null;
}

/** How a connection gets its parts; each is called only when a query asks for it, and once at the most. */
export interface ConnectionSource<Row> {
  page: () => Promise<Page<Row>>;
  /** Reads what is asked of the rows of a page before it is asked for row by row. */
  lookAhead?: (rows: readonly Row[], selection: Selection) => Promise<void>;
  count: () => Awaitable<number>;
}

/** A connection as resolvers return it. */
export interface Connection<Source, Row = unknown> {
  readonly source: Source;
  /** Its page, which is read once. */
  page(): Promise<Page<Row>>;
}

/** What a selection of fields of a connection asks of its rows, in whichever way. */
export function selectionOfRows(connection: Selection): Selection | null {
  return Selection.together([connection.under("nodes"), connection.under("edges")?.under("node") ?? null]);
}

/** One kind of node's edge type. */
function edgeType<Row extends object>(name: string, nodeType: () => ClassType<Row>, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${what} with its cursor.` })
  class Edge {
    @Field(() => String, { description: "Opaque place of this item in the list, for `after` and `before`." })
    cursor: string;

    @Field(nodeType, { description: "The item itself." })
    node: Row;
  }
  return Edge;
}

/**
 * Makes the connection type of one kind of node, for a class of that name to extend. The class's constructor takes
 * where the page and the exact count come from.
 */
export function connectionType<
  Row extends object,
  Source extends ConnectionSource<Row> = ConnectionSource<Row>,
>(
  name: string,
  nodeType: () => ClassType<Row>,
  what: string,
): new (
  source: Source,
) => Connection<Source, Row> {
  const Edge = edgeType(name, nodeType, what);

  @ObjectType(name, { description: `A page of ${what}, as in the Relay connection specification.` })
  class ConnectionOf implements Connection<Source, Row> {
    private loadedPage?: Promise<Page<Row>>;

    constructor(readonly source: Source) {}

    page(): Promise<Page<Row>> {
      this.loadedPage ??= this.source.page();
      return this.loadedPage;
    }

    private async pageFor(selection: Selection | null): Promise<Page<Row>> {
      const page = await this.page();
      if (selection && page.rows.length) await this.source.lookAhead?.(page.rows, selection);
      return page;
    }

    @Cost({ items: "page" })
    @Field(() => [nodeType()], { description: "The items of this page, in order." })
    async nodes(@Info() info: GraphQLResolveInfo): Promise<Row[]> {
      return (await this.pageFor(Selection.of(info))).rows;
    }

    @Cost({ items: "page", each: 0 })
    @Field(() => [Edge], { description: "The items of this page with a cursor each." })
    async edges(@Info() info: GraphQLResolveInfo): Promise<{ node: Row; cursor: string }[]> {
      const { rows, cursor } = await this.pageFor(Selection.of(info).under("node"));
      return rows.map((node, i) => ({ node, cursor: cursor(i) }));
    }

    @Field(() => PageInfo, { description: "Where this page stands in the list." })
    async pageInfo(): Promise<PageInfo> {
      const { rows, cursor, hasNextPage, hasPreviousPage } = await this.page();
      const last = rows.length - 1;
      const [startCursor, endCursor] = last < 0 ? [null, null] : [cursor(0), cursor(last)];
      return { hasNextPage, hasPreviousPage, startCursor, endCursor };
    }

    @Cost({ once: 5 })
    @Field(() => Int, { description: "How many there are on all pages together: exact, counted now." })
    async totalCount(): Promise<number> {
      // A page that is asked for beside the count may bring it along.
      await null;
      const total = await this.loadedPage?.then(
        (page) => page.total,
        () => undefined,
      );
      return total ?? this.source.count();
    }
  }
  return ConnectionOf;
}
