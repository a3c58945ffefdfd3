import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { type KeysetQuery, type Order, readPages } from "../../db/keyset";
import { type Sql, sql } from "../../db/sql";
import { Submission } from "./submission.entity";

/** `FROM ... WHERE ...` of the submissions `s` that belong to `parent` and fulfil a condition. */
export function submissionsOf(scope: Sql, condition: Sql): Sql {
  return sql`FROM submission s WHERE ${scope} AND ${condition}`;
}

/** Where a list of submissions `s` is read from. */
export type SubmissionList = Pick<KeysetQuery, "with" | "body" | "linked">;

/** A page of submissions for each parent. */
export function findSubmissionPages(
  db: Database,
  parentIds: readonly number[],
  list: SubmissionList,
  order: Order,
  page: PageRequest,
): Promise<Map<number, Page<Submission>>> {
  return readPages(
    db,
    parentIds,
    { ...list, type: Submission, columns: columnsOf(Submission, "s"), order },
    page,
  );
}
