import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { ThingOrderField } from "../catalogue/catalogue-order";
import { BY_NAME } from "../catalogue/thing-order.queries";
import type { ClaimedKind } from "../claim/claim-tables";
import { Organisation } from "./organisation.entity";
import type { OrganisationWhere } from "./organisation.inputs";
import { BY_SUBMISSIONS, usersOf } from "./organisation.queries";

export const OrganisationConnection = connectionType<Organisation>(
  "OrganisationConnection",
  () => Organisation,
  "organisations",
);
export type OrganisationConnection = InstanceType<typeof OrganisationConnection>;

async function conditions(_: unknown, where: OrganisationWhere): Promise<Sql[]> {
  const found: Sql[] = [];
  if (where.name) found.push(textPredicate(raw("t.name_key"), where.name));
  if (where.nameKind?.is) found.push(sql`t.name_kind = ANY(${where.nameKind.is}::text[])`);
  return found;
}

/** Organisations: all of them, or those that use a thing. */
export const organisationConnection = catalogue<"Organisation", OrganisationWhere, ClaimedKind>(
  {
    type: "Organisation",
    conditions,
    orders: {
      [ThingOrderField.NAME]: BY_NAME,
      [ThingOrderField.SUBMISSIONS]: BY_SUBMISSIONS,
    },
    tiebreak: BY_NAME,
    connection: OrganisationConnection,
  },
  {
    LossFunction: usersOf("LossFunction"),
    Backbone: usersOf("Backbone"),
    TrainingDataset: usersOf("TrainingDataset"),
  },
);
