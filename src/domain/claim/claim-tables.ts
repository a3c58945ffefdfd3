import type { KindName } from "../catalogue/kind";
import { BackboneClaim, type Claim, LossFunctionClaim, TrainingDatasetClaim } from "./claim.entity";

/** The kinds of things that a submission can claim to use, and where the claims stand. */
export const claimTables = {
  LossFunction: { table: "loss_function_claim", column: "loss_function_id", entity: LossFunctionClaim },
  Backbone: { table: "backbone_claim", column: "backbone_id", entity: BackboneClaim },
  TrainingDataset: {
    table: "training_dataset_claim",
    column: "training_dataset_id",
    entity: TrainingDatasetClaim,
  },
} as const satisfies Partial<Record<KindName, { table: string; column: string; entity: new () => Claim }>>;

export type ClaimedKind = keyof typeof claimTables;

/** Where a claim has the key of its thing. */
export const CLAIM_KEYS = {
  LossFunction: "lossFunctionId",
  Backbone: "backboneId",
  TrainingDataset: "trainingDatasetId",
} as const satisfies Record<ClaimedKind, string>;
