import { connectionType } from "../../common/pagination/connection";
import { treeConnection } from "../catalogue/tree.connection";
import { treeArgs } from "../catalogue/tree.inputs";
import { LossFunction } from "./loss-function.entity";

export const LossFunctionsArgs = treeArgs("LossFunction", "loss functions");

export const LossFunctionConnection = connectionType<LossFunction>(
  "LossFunctionConnection",
  () => LossFunction,
  "loss functions",
);
export type LossFunctionConnection = InstanceType<typeof LossFunctionConnection>;

/** Loss functions: all of them, those of an organisation, or those that a paper introduced. */
export const lossFunctionConnection = treeConnection("LossFunction", LossFunctionConnection);
