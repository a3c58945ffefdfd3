import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { type Awaitable, andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { aliasResolver } from "../alias/alias.resolver";
import { Benchmark } from "../benchmark/benchmark.entity";
import { rootsResolver } from "../catalogue/roots.resolver";
import { splitsMeant } from "../leaderboard/leaderboard-splits";
import { loadRow } from "../node/row.loaders";
import { Organisation } from "../organisation/organisation.entity";
import { Citation } from "../paper/citation.entity";
import { Score } from "../score/score.entity";
import { SourceReference } from "../source/evidence";
import { LikelyDescription } from "./likely-description.entity";
import {
  loadCitations,
  loadLikelyDescriptions,
  loadOrganisations,
  loadScores,
  loadVariants,
} from "./linked.loaders";
import type { VariantSide } from "./linked.queries";
import { lookAhead } from "./look-ahead";
import {
  SubmissionConnection,
  SubmissionConnectionResolver,
  submissionConnection,
} from "./submission.connection";
import { Submission } from "./submission.entity";
import { SubmissionsArgs } from "./submission.inputs";
import { Variant } from "./variant.entity";

/** A variant seen from one of its ends. */
type VariantEnd = Variant & { otherEnd: VariantSide };

function variantEnds(context: RequestContext, id: number, end: VariantSide, otherEnd: VariantSide) {
  return andThen(loadVariants(context, end, id), (variants) =>
    variants.map((variant) => ({ ...variant, otherEnd })),
  );
}

@Resolver(() => Submission)
class SubmissionResolver {
  @FieldResolver(() => Benchmark, { description: "The benchmark that it was submitted to." })
  benchmark(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<Benchmark | null> {
    return loadRow(context, "Benchmark", submission.benchmarkId);
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [Organisation], {
    description:
      "Who made it, in the order of the source; several for a joint submission, none where not known.",
  })
  organisations(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<Organisation[]> {
    return loadOrganisations(context, null, submission.id);
  }

  @Cost({ items: 10 })
  @FieldResolver(() => [Score], {
    description: "Its scores, in the order of leaderboards and splits; only splits on which it has a value.",
  })
  scores(
    @Ctx() context: RequestContext,
    @Root() submission: Submission,
    @Arg("leaderboard", () => String, {
      nullable: true,
      description: "Only those on this leaderboard: global id, slug, name or alias.",
    })
    leaderboard: string | undefined,
    @Arg("split", () => String, {
      nullable: true,
      description:
        "Only those on this split of the leaderboard: global id, slug or name. Needs `leaderboard`.",
    })
    split: string | undefined,
  ): Awaitable<Score[]> {
    if (leaderboard == null && split == null) return loadScores(context, null, submission.id);
    return andThen(splitsMeant(context, leaderboard, split), (splitIds) =>
      loadScores(context, splitIds, submission.id),
    );
  }

  @FieldResolver(() => [Citation], {
    description: "Papers that its description refers to, in the order of the source. Cited is not used.",
  })
  citedPapers(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<Citation[]> {
    return loadCitations(context, null, submission.id);
  }

  @FieldResolver(() => SourceReference, {
    nullable: true,
    description: "Where the description of its method stands; null without one.",
  })
  descriptionSource(@Root() { described, sourceId, descriptionLine }: Submission): SourceReference | null {
    return described ? { sourceId, line: descriptionLine, column: null } : null;
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [Variant], {
    description: "Other submissions from which the source says it differs in something.",
  })
  variantOf(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<VariantEnd[]> {
    return variantEnds(context, submission.id, "submissionId", "baseId");
  }

  @Cost({ items: 2 })
  @FieldResolver(() => [Variant], {
    description: "Submissions that the source describes as variants of this one.",
  })
  variants(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<VariantEnd[]> {
    return variantEnds(context, submission.id, "baseId", "submissionId");
  }

  @FieldResolver(() => [LikelyDescription], {
    description:
      "Descriptions that may be its own, each with a reason. Suggestions: no claim follows from them.",
  })
  likelyDescriptions(
    @Ctx() context: RequestContext,
    @Root() submission: Submission,
  ): Awaitable<LikelyDescription[]> {
    return loadLikelyDescriptions(context, null, submission.id);
  }
}

@Resolver(() => Variant)
class VariantResolver {
  @FieldResolver(() => Submission, {
    description: "The other end: of `variantOf` the base, of `variants` the variant.",
  })
  submission(@Ctx() context: RequestContext, @Root() variant: VariantEnd): Awaitable<Submission | null> {
    return loadRow(context, "Submission", variant[variant.otherEnd]);
  }
}

@Resolver(() => LikelyDescription)
class LikelyDescriptionResolver {
  @FieldResolver(() => Submission, { description: "The submission that the description is kept under." })
  submission(
    @Ctx() context: RequestContext,
    @Root() likely: LikelyDescription,
  ): Awaitable<Submission | null> {
    return loadRow(context, "Submission", likely.descriptionId);
  }
}

/** Everything that can be asked of submissions, but for their claims. */
export const submissionResolvers = [
  rootsResolver({
    kind: "Submission",
    one: "submission",
    many: "submissions",
    args: SubmissionsArgs,
    connection: SubmissionConnection,
    list: (context, args) => submissionConnection(context, args),
    lookAhead: (context, id, selection) => lookAhead(context, [id], selection),
  }),
  aliasResolver("Submission"),
  SubmissionResolver,
  SubmissionConnectionResolver,
  VariantResolver,
  LikelyDescriptionResolver,
];
