import { raw, type Sql, sql } from "./sql";
import type { Write, WritePlace } from "./write";

/** So many refusals are told at once. */
const TOLD = 50;

/** Something that is wrong with a record, and where that stands. */
export interface Refusal extends WritePlace {
  message: string;
}

/** Records cannot be written as they are. */
export class RecordsRefused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => message).join("\n"));
    this.name = "RecordsRefused";
  }
}

/** Throws RecordsRefused when a SELECT of `message`, `file`, `line`, `col` and `ordinal` finds something. */
export async function refuse(write: Write, found: Sql): Promise<void> {
  const refusals = await write.db.rows<Refusal>(sql`
    SELECT found.file, found.line, found.col, found.message FROM (${found}) AS found ORDER BY ordinal LIMIT ${raw(String(TOLD))}`);
  if (refusals.length) throw new RecordsRefused(refusals);
}
