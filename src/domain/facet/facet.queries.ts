import { badInput } from "../../common/errors";
import { groupBy } from "../../common/loader";
import type { Database } from "../../db/database";
import { parentsOf } from "../../db/predicates";
import { empty, join, type Sql, sql } from "../../db/sql";
import type { Facet } from "./facet.type";
import { EACH_GROUPING, type Grouping, isTimeGrouping } from "./grouping";
import { groupsOf } from "./grouping.queries";

interface FacetRow {
  parentId: number;
  grouping: Grouping;
  key: string | null;
  label: string;
  count: number;
}

/**
 * Counts, for each parent, the submissions `s` of `FROM ... WHERE ...` by every grouping, in one statement. The body
 * knows the parent as `parent.id`. Throws BAD_USER_INPUT for more groupings than are reckoned with: each gives all of its
 * groups, be it the same as another.
 */
export async function countFacets(
  db: Database,
  parentIds: readonly number[],
  groupings: readonly Grouping[],
  body: Sql,
  withClause: Sql = empty,
): Promise<Map<number, Facet[]>> {
  const { argument, most } = EACH_GROUPING;
  if (groupings.length > most) {
    throw badInput(argument, `${groupings.length} groupings are too many. Give at most ${most}.`);
  }
  if (groupings.length === 0) return new Map(parentIds.map((id) => [id, []]));
  const counts = [...new Set(groupings)].map(
    (grouping) => sql`SELECT ${grouping}::text AS grouping, g.key, g.label, count(*) AS count
      FROM (SELECT s.id ${body}) AS selected LEFT JOIN (${groupsOf(grouping)}) AS g ON g.submission_id = selected.id
      GROUP BY g.key, g.label`,
  );
  const rows = await db.rows<FacetRow>(sql`${withClause}
    SELECT parent.id AS "parentId", facet.*
    FROM ${parentsOf(parentIds)}
    CROSS JOIN LATERAL (${join(counts, " UNION ALL ")}) AS facet
    ORDER BY facet.count DESC, facet.label COLLATE "C", facet.key COLLATE "C"`);
  const byParent = groupBy(rows, (row) => row.parentId);
  return new Map(
    parentIds.map((id) => [id, groupings.map((grouping) => toFacet(grouping, byParent.get(id) ?? []))]),
  );
}

function toFacet(grouping: Grouping, rows: FacetRow[]): Facet {
  const own = rows.filter((row) => row.grouping === grouping);
  const groups = own.filter((row): row is FacetRow & { key: string } => row.key !== null);
  if (isTimeGrouping(grouping)) groups.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { groupBy: grouping, groups, unknownCount: own.find((row) => row.key === null)?.count ?? 0 };
}
