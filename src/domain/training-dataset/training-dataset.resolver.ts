import { aliasResolver } from "../alias/alias.resolver";
import { introducedResolver } from "../catalogue/introduced.resolver";
import { rootsResolver } from "../catalogue/roots.resolver";
import { usersResolver } from "../claim/users.resolver";
import { TrainingDatasetConnection, trainingDatasetConnection } from "./training-dataset.connection";
import { TrainingDatasetsArgs } from "./training-dataset.inputs";

/** Everything that can be asked of training datasets. */
export const trainingDatasetResolvers = [
  rootsResolver({
    kind: "TrainingDataset",
    one: "trainingDataset",
    many: "trainingDatasets",
    args: TrainingDatasetsArgs,
    connection: TrainingDatasetConnection,
    list: trainingDatasetConnection,
  }),
  aliasResolver("TrainingDataset"),
  introducedResolver("TrainingDataset"),
  usersResolver("TrainingDataset"),
];
