import type { TestService } from "./test-service";

/** One page as the tests ask for it. */
export interface WalkedPage {
  nodes: unknown[];
  cursors: string[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** A list that can be asked for pages: gives the document for the arguments of a page. */
export type PagedList = (pageArguments: string) => string;

/**
 * Makes the list of a connection field, to be asked by `page` below.
 * @param opening what stands before the field, such as `leaderboard(ref: "x") {`; empty for a root field
 */
export function pagedList(field: string, node: string, more = "", opening = ""): PagedList {
  return (pageArguments) => `{ ${opening} found: ${field}(${pageArguments} ${more}) {
    nodes { ${node} } edges { cursor node { ${node} } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } ${opening && "}"} }`;
}

/** Asks for one page. */
export async function page(
  service: TestService,
  list: PagedList,
  pageArguments: string,
): Promise<WalkedPage> {
  const data = await service.data(list(pageArguments));
  const found = data.found ?? (Object.values(data)[0] as { found: unknown }).found;
  const { nodes, edges, totalCount, pageInfo } = found;
  const inEdges = edges.map((edge: { node: unknown }) => edge.node);
  expect(inEdges).toEqual(nodes);
  return { nodes, cursors: edges.map((edge: { cursor: string }) => edge.cursor), pageInfo, totalCount };
}

/** Follows a list's cursors to its end; the pages in the order in which they came. */
export async function walk(
  service: TestService,
  list: PagedList,
  size: number,
  backward = false,
): Promise<WalkedPage[]> {
  const pages: WalkedPage[] = [];
  const [count, from] = backward ? ["last", "before"] : ["first", "after"];
  for (let cursor: string | null = null; ; ) {
    const next: WalkedPage = await page(
      service,
      list,
      `${count}: ${size} ${cursor ? `${from}: "${cursor}"` : ""}`,
    );
    pages.push(next);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = next.pageInfo;
    if (pages.length > 100) throw new Error("The pages have no end.");
    if (!(backward ? hasPreviousPage : hasNextPage)) return pages;
    cursor = backward ? startCursor : endCursor;
  }
}

/** All nodes of a walk, in the order of the list. */
export function nodesOf(pages: WalkedPage[], backward = false): unknown[] {
  return (backward ? [...pages].reverse() : pages).flatMap((found) => found.nodes);
}
