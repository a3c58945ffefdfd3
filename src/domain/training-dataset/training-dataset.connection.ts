import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import type { RequestContext } from "../../db/request-context";
import { raw, type Sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { ThingOrderField } from "../catalogue/catalogue-order";
import { columnReferences } from "../catalogue/reference-filter.queries";
import { BY_NAME, byUses } from "../catalogue/thing-order.queries";
import { thingScopes } from "../catalogue/thing-scope.queries";
import { TrainingDataset } from "./training-dataset.entity";
import type { TrainingDatasetWhere } from "./training-dataset.inputs";

export const TrainingDatasetConnection = connectionType<TrainingDataset>(
  "TrainingDatasetConnection",
  () => TrainingDataset,
  "training datasets",
);
export type TrainingDatasetConnection = InstanceType<typeof TrainingDatasetConnection>;

async function conditions(
  context: RequestContext,
  where: TrainingDatasetWhere,
  path: string,
): Promise<Sql[]> {
  const found: Sql[] = [];
  if (where.name) found.push(textPredicate(raw("t.name_key"), where.name));
  if (where.introducedBy) {
    const at = `${path}.introducedBy`;
    found.push(await columnReferences(context, "Paper", "t.introduced_by_id", where.introducedBy, at));
  }
  return found;
}

/** Training datasets: all of them, those of an organisation, or those that a paper introduced. */
export const trainingDatasetConnection = catalogue<
  "TrainingDataset",
  TrainingDatasetWhere,
  "organisation" | "paper"
>(
  {
    type: "TrainingDataset",
    conditions,
    orders: { [ThingOrderField.NAME]: BY_NAME, [ThingOrderField.SUBMISSIONS]: byUses("TrainingDataset") },
    tiebreak: BY_NAME,
    connection: TrainingDatasetConnection,
  },
  thingScopes("TrainingDataset"),
);
