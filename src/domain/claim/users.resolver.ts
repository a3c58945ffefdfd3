import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { Kinds } from "../catalogue/kind";
import { rowTypes } from "../node/row-types";
import { OrganisationConnection, organisationConnection } from "../organisation/organisation.connection";
import { OrganisationsArgs } from "../organisation/organisation.inputs";
import { SubmissionConnection, submissionConnection } from "../submission/submission.connection";
import { ClaimingSubmissionsArgs } from "../submission/submission.inputs";
import type { ClaimedKind } from "./claim-tables";

/** Makes the resolver of who uses a thing: its submissions and their organisations. */
export function usersResolver(kind: ClaimedKind): ClassType {
  const { label } = Kinds[kind];

  @Resolver(() => rowTypes[kind].entity)
  class UsersResolver {
    @FieldResolver(() => SubmissionConnection, {
      description: `Submissions with a claim on this ${label} or on anything under it.`,
    })
    submissions(
      @Ctx() context: RequestContext,
      @Root() row: { id: number },
      @Args(() => ClaimingSubmissionsArgs) args: ClaimingSubmissionsArgs,
    ): SubmissionConnection {
      const { basis, modified, includeDescendants } = args;
      return submissionConnection(context, args, { of: kind, basis, modified, includeDescendants }, row.id);
    }

    @FieldResolver(() => OrganisationConnection, {
      description: `Organisations with a submission that has a STATED or INHERITED claim on this ${label} or on anything under it.`,
    })
    organisations(
      @Ctx() context: RequestContext,
      @Root() row: { id: number },
      @Args(() => OrganisationsArgs) args: OrganisationsArgs,
    ): OrganisationConnection {
      return organisationConnection(context, args, kind, row.id);
    }
  }
  return UsersResolver;
}
