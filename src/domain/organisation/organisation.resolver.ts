import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { aliasResolver } from "../alias/alias.resolver";
import { BackboneConnection, BackbonesArgs, backboneConnection } from "../backbone/backbone.connection";
import { rootsResolver } from "../catalogue/roots.resolver";
import {
  LossFunctionConnection,
  LossFunctionsArgs,
  lossFunctionConnection,
} from "../loss-function/loss-function.connection";
import { SubmissionConnection, submissionConnection } from "../submission/submission.connection";
import { SubmissionsArgs } from "../submission/submission.inputs";
import {
  TrainingDatasetConnection,
  trainingDatasetConnection,
} from "../training-dataset/training-dataset.connection";
import { TrainingDatasetsArgs } from "../training-dataset/training-dataset.inputs";
import { OrganisationConnection, organisationConnection } from "./organisation.connection";
import { Organisation } from "./organisation.entity";
import { OrganisationsArgs } from "./organisation.inputs";

const USED = "that its submissions state to use or inherit";

@Resolver(() => Organisation)
class OrganisationResolver {
  @FieldResolver(() => SubmissionConnection, { description: "Its submissions, joint ones included." })
  submissions(
    @Ctx() context: RequestContext,
    @Root() organisation: Organisation,
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
  ): SubmissionConnection {
    return submissionConnection(context, args, { of: "Organisation" }, organisation.id);
  }

  @FieldResolver(() => LossFunctionConnection, { description: `Loss functions ${USED}.` })
  lossFunctions(
    @Ctx() context: RequestContext,
    @Root() organisation: Organisation,
    @Args(() => LossFunctionsArgs) args: InstanceType<typeof LossFunctionsArgs>,
  ): LossFunctionConnection {
    return lossFunctionConnection(context, args, "organisation", organisation.id);
  }

  @FieldResolver(() => BackboneConnection, { description: `Backbones ${USED}.` })
  backbones(
    @Ctx() context: RequestContext,
    @Root() organisation: Organisation,
    @Args(() => BackbonesArgs) args: InstanceType<typeof BackbonesArgs>,
  ): BackboneConnection {
    return backboneConnection(context, args, "organisation", organisation.id);
  }

  @FieldResolver(() => TrainingDatasetConnection, { description: `Training datasets ${USED}.` })
  trainingDatasets(
    @Ctx() context: RequestContext,
    @Root() organisation: Organisation,
    @Args(() => TrainingDatasetsArgs) args: TrainingDatasetsArgs,
  ): TrainingDatasetConnection {
    return trainingDatasetConnection(context, args, "organisation", organisation.id);
  }
}

/** Everything that can be asked of organisations. */
export const organisationResolvers = [
  rootsResolver({
    kind: "Organisation",
    one: "organisation",
    many: "organisations",
    args: OrganisationsArgs,
    connection: OrganisationConnection,
    list: organisationConnection,
  }),
  aliasResolver("Organisation"),
  OrganisationResolver,
];
