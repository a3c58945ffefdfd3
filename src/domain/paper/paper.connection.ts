import { connectionType } from "../../common/pagination/connection";
import type { OrderTerm } from "../../db/keyset";
import { rangePredicate, textPredicate } from "../../db/predicates";
import { raw, type Sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { BY_CITATIONS } from "./citation.queries";
import { Paper } from "./paper.entity";
import { PaperOrderField, type PaperWhere } from "./paper.inputs";

export const PaperConnection = connectionType<Paper>("PaperConnection", () => Paper, "papers");
export type PaperConnection = InstanceType<typeof PaperConnection>;

const BY_TITLE: OrderTerm = { expression: raw("t.title"), type: "text", required: true };

async function conditions(_: unknown, where: PaperWhere): Promise<Sql[]> {
  const found: Sql[] = [];
  if (where.title) found.push(textPredicate(raw("t.title_key"), where.title));
  if (where.year) found.push(rangePredicate(raw("t.year"), where.year, "integer"));
  if (where.venue) found.push(textPredicate(raw("t.venue_key"), where.venue));
  return found;
}

/** Papers: all of them. */
export const paperConnection = catalogue<"Paper", PaperWhere, never>(
  {
    type: "Paper",
    conditions,
    orders: {
      [PaperOrderField.TITLE]: BY_TITLE,
      [PaperOrderField.YEAR]: { expression: raw("t.year"), type: "integer" },
      [PaperOrderField.CITATIONS]: BY_CITATIONS,
    },
    tiebreak: BY_TITLE,
    connection: PaperConnection,
  },
  {},
);
