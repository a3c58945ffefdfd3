import { Alias } from "./alias/alias.entity";
import { BackboneClaim, LossFunctionClaim, TrainingDatasetClaim } from "./claim/claim.entity";
import { TestSetCleaning } from "./claim/test-set-cleaning.entity";
import { rowTypes } from "./node/row-types";
import { Citation } from "./paper/citation.entity";
import { SourceGap } from "./source/source-gap.entity";
import { SourceText } from "./source/source-text.entity";
import { LikelyDescription } from "./submission/likely-description.entity";
import { SubmissionOrganisation } from "./submission/submission-organisation.entity";
import { Variant } from "./submission/variant.entity";

/** Everything that has a table of the graph. */
export const entities = [
  ...Object.values(rowTypes).map(({ entity }) => entity),
  Alias,
  BackboneClaim,
  Citation,
  LikelyDescription,
  LossFunctionClaim,
  SourceGap,
  SourceText,
  SubmissionOrganisation,
  TestSetCleaning,
  TrainingDatasetClaim,
  Variant,
];
