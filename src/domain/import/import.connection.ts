import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { type Sql, sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { OrderDirection } from "../catalogue/catalogue.inputs";
import { Import } from "./import.entity";
import { ImportOrderField, type ImportsArgs, type ImportWhere } from "./import.inputs";
import { BY_FORMAT, BY_START, FORMAT_KEY, LATEST_FIRST } from "./import.queries";

export const ImportConnection = connectionType<Import>("ImportConnection", () => Import, "imports");
export type ImportConnection = InstanceType<typeof ImportConnection>;

async function conditions(_: unknown, where: ImportWhere): Promise<Sql[]> {
  const found: Sql[] = [];
  if (where.format) found.push(textPredicate(FORMAT_KEY, where.format));
  if (where.undone?.is != null) found.push(sql`(t.undone_at IS NOT NULL) = ${where.undone.is}`);
  return found;
}

const list = catalogue<"Import", ImportWhere, never>(
  {
    type: "Import",
    conditions,
    orders: { [ImportOrderField.STARTED_AT]: BY_START, [ImportOrderField.FORMAT]: BY_FORMAT },
    tiebreak: LATEST_FIRST,
    connection: ImportConnection,
  },
  {},
);

const NEWEST_FIRST = { field: ImportOrderField.STARTED_AT, direction: OrderDirection.DESC };

/** Imports: all of them, the newest first unless another order is asked for. */
export function importConnection(context: RequestContext, args: ImportsArgs): ImportConnection {
  return list(context, { ...args, orderBy: args.orderBy ?? NEWEST_FIRST });
}
