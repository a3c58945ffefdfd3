import { badInput } from "../../common/errors";
import type { Page } from "../../common/pagination/connection";
import { MAX_PAGE_SIZE } from "../../common/pagination/page-size";
import type { RequestContext } from "../../db/request-context";

/** A list as far as it is needed to go through it. */
export interface Walked<Item> {
  page(): Promise<Page<Item>>;
  source: { count: () => number | Promise<number> };
}

/** How many rows a file has: the beginning of the list, or all of it. */
export interface Extent {
  rows: number;
  total: number;
}

/** Throws BAD_USER_INPUT for a number that cannot be. */
export async function extentOf(list: Walked<unknown>, first: unknown): Promise<Extent> {
  if (typeof first === "number" && first < 0) throw badInput("first", `${first} is negative.`);
  const total = await list.source.count();
  return { rows: Math.min(typeof first === "number" ? first : total, total), total };
}

/** The sizes of the pages by which GraphQL would give so many rows. */
export function pageSizesOf(rows: number): number[] {
  const whole = Array.from({ length: Math.floor(rows / MAX_PAGE_SIZE) }, () => MAX_PAGE_SIZE);
  const rest = rows % MAX_PAGE_SIZE;
  return rest > 0 || rows === 0 ? [...whole, rest] : whole;
}

/** The rows of a list one page after the other, each in a context of its own, so that nothing of those before is kept. */
export async function* walk<Item>(
  contexts: () => RequestContext,
  connect: (
    context: RequestContext,
    first: number,
    after: string | null,
  ) => Promise<Walked<Item>> | Walked<Item>,
  rows: number,
  atOnce: number,
): AsyncGenerator<{ context: RequestContext; rows: Item[] }> {
  let after: string | null = null;
  for (let left = rows; left > 0; ) {
    const context = contexts();
    const list = await connect(context, Math.min(left, atOnce), after);
    const page: Page<Item> = await list.page();
    if (page.rows.length === 0) return;
    yield { context, rows: page.rows };
    left -= page.rows.length;
    after = page.cursor(page.rows.length - 1);
  }
}
