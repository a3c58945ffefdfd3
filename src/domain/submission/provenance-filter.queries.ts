import { decided } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { raw, type Sql, sql } from "../../db/sql";
import { resolveEach } from "../catalogue/reference-filter.queries";
import { resolveImport } from "../import/import-reference";
import { resolveSource } from "../source/source-reference";
import type { ImportFilter, SourceFilter } from "./provenance.inputs";

/** Whether the submission `s` itself, or one of its scores, has one of these ids in a column. */
function itselfOrScore(column: "source_id" | "import_id", ids: readonly number[]): Sql {
  const among = (alias: string) => sql`${raw(`${alias}.${column}`)} = ANY(${[...ids]}::integer[])`;
  return sql`(${among("s")} OR EXISTS (SELECT FROM score x WHERE x.submission_id = s.id AND ${among("x")}))`;
}

/** Whether the submission `s` stands in a document. */
export async function readFrom(context: RequestContext, filter: SourceFilter, path: string): Promise<Sql> {
  if (!filter.is) return raw("true");
  const resolve = (ref: string, at: string) => resolveSource(context, ref, at);
  return decided([itselfOrScore("source_id", await resolveEach(filter.is, `${path}.is`, resolve))]);
}

/** Whether the submission `s` was last written by an import. */
export async function writtenBy(context: RequestContext, filter: ImportFilter, path: string): Promise<Sql> {
  const conditions: Sql[] = [];
  if (filter.is) {
    const resolve = async (ref: string, at: string) => (await resolveImport(context, ref, at)).id;
    conditions.push(itselfOrScore("import_id", await resolveEach(filter.is, `${path}.is`, resolve)));
  }
  if (filter.known != null) conditions.push(sql`(s.import_id IS NOT NULL) = ${filter.known}`);
  return decided(conditions);
}
