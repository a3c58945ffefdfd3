import { aliasResolver } from "../alias/alias.resolver";
import { introducedResolver } from "../catalogue/introduced.resolver";
import { rootsResolver } from "../catalogue/roots.resolver";
import { treeResolver } from "../catalogue/tree.resolver";
import { usersResolver } from "../claim/users.resolver";
import {
  LossFunctionConnection,
  LossFunctionsArgs,
  lossFunctionConnection,
} from "./loss-function.connection";

/** Everything that can be asked of loss functions. */
export const lossFunctionResolvers = [
  rootsResolver({
    kind: "LossFunction",
    one: "lossFunction",
    many: "lossFunctions",
    args: LossFunctionsArgs,
    connection: LossFunctionConnection,
    list: lossFunctionConnection,
  }),
  aliasResolver("LossFunction"),
  treeResolver("LossFunction"),
  introducedResolver("LossFunction"),
  usersResolver("LossFunction"),
];
