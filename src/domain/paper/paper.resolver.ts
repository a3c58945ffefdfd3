import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { aliasResolver } from "../alias/alias.resolver";
import { BackboneConnection, BackbonesArgs, backboneConnection } from "../backbone/backbone.connection";
import { rootsResolver } from "../catalogue/roots.resolver";
import {
  LossFunctionConnection,
  LossFunctionsArgs,
  lossFunctionConnection,
} from "../loss-function/loss-function.connection";
import { loadRow } from "../node/row.loaders";
import { SubmissionConnection, submissionConnection } from "../submission/submission.connection";
import { SubmissionsArgs } from "../submission/submission.inputs";
import {
  TrainingDatasetConnection,
  trainingDatasetConnection,
} from "../training-dataset/training-dataset.connection";
import { TrainingDatasetsArgs } from "../training-dataset/training-dataset.inputs";
import { Citation } from "./citation.entity";
import { PaperConnection, paperConnection } from "./paper.connection";
import { Paper } from "./paper.entity";
import { PapersArgs } from "./paper.inputs";

@Resolver(() => Paper)
class PaperResolver {
  @FieldResolver(() => SubmissionConnection, {
    description: "Submissions whose description refers to the paper. Cited is not used.",
  })
  citedBy(
    @Ctx() context: RequestContext,
    @Root() paper: Paper,
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
  ): SubmissionConnection {
    return submissionConnection(context, args, { of: "Paper" }, paper.id);
  }

  @FieldResolver(() => LossFunctionConnection, { description: "Loss functions that the paper introduced." })
  introducedLossFunctions(
    @Ctx() context: RequestContext,
    @Root() paper: Paper,
    @Args(() => LossFunctionsArgs) args: InstanceType<typeof LossFunctionsArgs>,
  ): LossFunctionConnection {
    return lossFunctionConnection(context, args, "paper", paper.id);
  }

  @FieldResolver(() => BackboneConnection, { description: "Backbones that the paper introduced." })
  introducedBackbones(
    @Ctx() context: RequestContext,
    @Root() paper: Paper,
    @Args(() => BackbonesArgs) args: InstanceType<typeof BackbonesArgs>,
  ): BackboneConnection {
    return backboneConnection(context, args, "paper", paper.id);
  }

  @FieldResolver(() => TrainingDatasetConnection, {
    description: "Training datasets that the paper introduced.",
  })
  introducedTrainingDatasets(
    @Ctx() context: RequestContext,
    @Root() paper: Paper,
    @Args(() => TrainingDatasetsArgs) args: TrainingDatasetsArgs,
  ): TrainingDatasetConnection {
    return trainingDatasetConnection(context, args, "paper", paper.id);
  }
}

@Resolver(() => Citation)
class CitationResolver {
  @FieldResolver(() => Paper, { description: "The paper that is referred to." })
  paper(@Ctx() context: RequestContext, @Root() citation: Citation): Awaitable<Paper | null> {
    return loadRow(context, "Paper", citation.paperId);
  }
}

/** Everything that can be asked of papers. */
export const paperResolvers = [
  rootsResolver({
    kind: "Paper",
    one: "paper",
    many: "papers",
    args: PapersArgs,
    connection: PaperConnection,
    list: paperConnection,
  }),
  aliasResolver("Paper"),
  PaperResolver,
  CitationResolver,
];
