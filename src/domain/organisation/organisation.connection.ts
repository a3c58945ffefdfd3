import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { BY_NAME, ThingOrderField } from "../catalogue/catalogue-order";
import type { ClaimedKind } from "../claim/claim-tables";
import { scopeCondition } from "../submission/submission-scope.queries";
import { Organisation } from "./organisation.entity";
import type { OrganisationWhere } from "./organisation.inputs";

export const OrganisationConnection = connectionType<Organisation>(
  "OrganisationConnection",
  () => Organisation,
  "organisations",
);
export type OrganisationConnection = InstanceType<typeof OrganisationConnection>;

const using = (kind: ClaimedKind): Sql => sql`t.id IN (
  SELECT l.organisation_id FROM submission_organisation l JOIN submission s ON s.id = l.submission_id
  WHERE ${scopeCondition({ of: kind, includeDescendants: true })})`;

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
      [ThingOrderField.SUBMISSIONS]: {
        expression: raw("SELECT count(*) FROM submission_organisation l WHERE l.organisation_id = t.id"),
        type: "integer",
      },
    },
    tiebreak: BY_NAME,
    connection: OrganisationConnection,
  },
  {
    LossFunction: using("LossFunction"),
    Backbone: using("Backbone"),
    TrainingDataset: using("TrainingDataset"),
  },
);
