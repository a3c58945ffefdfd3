import { Arg, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { type Awaitable, andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Backbone } from "../backbone/backbone.entity";
import { LossFunction } from "../loss-function/loss-function.entity";
import { loadLinked } from "../node/row.loaders";
import { SourceReference } from "../source/evidence";
import { Submission } from "../submission/submission.entity";
import { TrainingDataset } from "../training-dataset/training-dataset.entity";
import { Basis } from "./basis";
import { BackboneClaim, Claim, LossFunctionClaim, TrainingDatasetClaim } from "./claim.entity";
import { loadClaims, loadTestSetCleaning } from "./claim.loaders";
import type { ClaimedKind } from "./claim-tables";
import { CleaningKind } from "./test-set-cleaning.entity";
import { TestSetCleaningFact } from "./test-set-cleaning.type";

/** The method bears the field's name: fields of one type are told apart by their methods' names. */
function claimsResolver(kind: ClaimedKind, name: string, type: ClassType<Claim>, what: string): ClassType {
  @Resolver(() => Submission)
  class ClaimsResolver {
    @Cost({ items: 2 })
    @FieldResolver(() => [type], {
      description: `${what}: claims of every basis in the order of the source, one for each thing, the strongest. Empty means unknown, not none.`,
    })
    [name](
      @Ctx() context: RequestContext,
      @Root() submission: Submission,
      @Arg("basis", () => [Basis], {
        nullable: true,
        description: "Only claims on these bases; all when not given.",
      })
      basis: Basis[] | undefined,
    ): Awaitable<Claim[]> {
      return loadClaims(context, { kind, basis: basis ?? null }, submission.id);
    }
  }
  return ClaimsResolver;
}

@Resolver(() => Claim)
class ClaimResolver {
  @FieldResolver(() => Submission, {
    nullable: true,
    description: "The submission of which the source states it; null unless the basis is INHERITED.",
  })
  inheritedFrom(@Ctx() context: RequestContext, @Root() claim: Claim): Awaitable<Submission | null> {
    return loadLinked(context, "Submission", claim.inheritedFromId);
  }
}

@Resolver(() => LossFunctionClaim)
class LossFunctionClaimResolver {
  @FieldResolver(() => LossFunction, { nullable: true, description: "The loss function; null when VAGUE." })
  lossFunction(
    @Ctx() context: RequestContext,
    @Root() claim: LossFunctionClaim,
  ): Awaitable<LossFunction | null> {
    return loadLinked(context, "LossFunction", claim.lossFunctionId);
  }
}

@Resolver(() => BackboneClaim)
class BackboneClaimResolver {
  @FieldResolver(() => Backbone, { nullable: true, description: "The backbone; null when VAGUE." })
  backbone(@Ctx() context: RequestContext, @Root() claim: BackboneClaim): Awaitable<Backbone | null> {
    return loadLinked(context, "Backbone", claim.backboneId);
  }
}

@Resolver(() => TrainingDatasetClaim)
class TrainingDatasetClaimResolver {
  @FieldResolver(() => TrainingDataset, {
    nullable: true,
    description: "The dataset; null where the source names none.",
  })
  trainingDataset(
    @Ctx() context: RequestContext,
    @Root() claim: TrainingDatasetClaim,
  ): Awaitable<TrainingDataset | null> {
    return loadLinked(context, "TrainingDataset", claim.trainingDatasetId);
  }
}

@Resolver(() => Submission)
class SubmissionCleaningResolver {
  @FieldResolver(() => TestSetCleaningFact, {
    description: "Whether its test set was cleaned; of kind UNKNOWN where the source does not say.",
  })
  testSetCleaning(
    @Ctx() context: RequestContext,
    @Root() submission: Submission,
  ): Awaitable<TestSetCleaningFact> {
    const unknown = { kind: CleaningKind.UNKNOWN, basis: null, term: null };
    const nowhere = {
      sourceId: null,
      sourceLine: null,
      sourceColumn: null,
      importId: null,
      inheritedFromId: null,
    };
    return andThen(
      loadTestSetCleaning(context, null, submission.id),
      (found) => found ?? { submissionId: submission.id, ...unknown, ...nowhere },
    );
  }
}

@Resolver(() => TestSetCleaningFact)
class TestSetCleaningResolver {
  @FieldResolver(() => SourceReference, {
    nullable: true,
    description: "Where it stands; null when UNKNOWN.",
  })
  source(@Root() { sourceId, sourceLine, sourceColumn }: TestSetCleaningFact): SourceReference | null {
    return sourceId === null ? null : { sourceId, line: sourceLine, column: sourceColumn };
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: "The submission of which the source states it; null unless the basis is INHERITED.",
  })
  inheritedFrom(
    @Ctx() context: RequestContext,
    @Root() fact: TestSetCleaningFact,
  ): Awaitable<Submission | null> {
    return loadLinked(context, "Submission", fact.inheritedFromId);
  }
}

/** Everything that can be asked of claims. */
export const claimResolvers = [
  claimsResolver("LossFunction", "lossFunctions", LossFunctionClaim, "Loss functions it was trained with"),
  claimsResolver("Backbone", "backbones", BackboneClaim, "Backbones it computes features with"),
  claimsResolver("TrainingDataset", "trainingDatasets", TrainingDatasetClaim, "Datasets it was trained on"),
  ClaimResolver,
  LossFunctionClaimResolver,
  BackboneClaimResolver,
  TrainingDatasetClaimResolver,
  SubmissionCleaningResolver,
  TestSetCleaningResolver,
];
