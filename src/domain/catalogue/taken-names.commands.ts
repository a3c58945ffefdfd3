import { refuse } from "../../db/records-refused";
import { raw, sql } from "../../db/sql";
import { staged } from "../../db/staged-records";
import type { Write } from "../../db/write";

/** Something that only one row of a table can have. */
interface Unique {
  /** What it is to whoever reads of it. */
  what: string;
  /** The column that shows it, and the expression over a row `r` by which rows are compared. */
  column: string;
  expression: string;
}

export const NAME: Unique = { what: "name", column: "name", expression: "r.name_key" };

/** Throws RecordsRefused when a staged record has got what another row has; called when the rows are written. */
export async function refuseTaken(
  write: Write,
  section: string,
  table: string,
  unique: Unique,
): Promise<void> {
  const { what, column, expression } = unique;
  const [its, others] = ["t", "o"].map((row) => raw(expression.replace("r.", `${row}.`)));
  await refuse(
    write,
    sql`
      SELECT format('%s.%s: %s "%s" is that of "%s" already. Give one of them another one, or make them one record.',
          ${section}::text, x.slug, ${what}::text, t.${raw(column)}, o.slug) AS message, x.file, x.line, x.col, x.ordinal
      FROM ${staged(section)} AS x JOIN ${raw(table)} t ON t.slug = x.slug JOIN ${raw(table)} o ON ${others} = ${its} AND o.id <> t.id
      LEFT JOIN ${staged(section)} AS y ON y.slug = o.slug WHERE y.ordinal IS NULL OR y.ordinal < x.ordinal`,
  );
}
