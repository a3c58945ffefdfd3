import { Field, InputType, registerEnumType } from "type-graphql";
import type { OrderTerm } from "../../db/keyset";
import { raw } from "../../db/sql";
import { COUNTING_BASES } from "../claim/basis";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { OrderDirection } from "./catalogue.inputs";
import { Kinds } from "./kind";

export enum ThingOrderField {
  NAME = "NAME",
  SUBMISSIONS = "SUBMISSIONS",
}

registerEnumType(ThingOrderField, {
  name: "ThingOrderField",
  description: "What things with a name can be ordered by.",
  valuesConfig: {
    NAME: { description: "Name in code-point order." },
    SUBMISSIONS: {
      description:
        "Number of submissions: for what is used, those with a STATED or INHERITED claim on it or on anything under it.",
    },
  },
});

@InputType({
  description: "An order of things. Equals follow by name in code-point order, then by age of the record.",
})
export class ThingOrder {
  @Field(() => ThingOrderField, { description: "What to order by." })
  field: ThingOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Ascending or descending." })
  direction: OrderDirection;
}

export const BY_NAME: OrderTerm = { expression: raw("t.name"), type: "text" };

/** Orders by the number of submissions that use a thing `t` or anything under it. */
export function byUses(kind: ClaimedKind): OrderTerm {
  const { table, column } = claimTables[kind];
  const things = Kinds[kind].tree
    ? `WITH RECURSIVE under(id) AS (
        SELECT t.id UNION SELECT d.id FROM under JOIN ${Kinds[kind].table} d ON d.parent_id = under.id
      ) SELECT id FROM under`
    : "SELECT t.id";
  return {
    expression: raw(`SELECT count(DISTINCT c.submission_id) FROM ${table} c
      WHERE c.basis IN ('${COUNTING_BASES.join("', '")}') AND c.${column} IN (${things})`),
    type: "integer",
  };
}
