import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { RequestContext } from "../../db/request-context";
import { Comparison } from "../comparison/comparison.types";
import { PaperConnection } from "../paper/paper.connection";
import { RankingConnection } from "../ranking/ranking.types";
import { SubmissionConnection } from "../submission/submission.connection";
import { Submission } from "../submission/submission.entity";
import { submissionsTitle } from "../table/submission-table";
import { placeName, valuePlace } from "../table/value-columns";
import {
  BibliographyArgs,
  PapersBehindArgs,
  WrittenBibliography,
  writtenBibliography,
} from "./bibliography.types";
import { paperEntry } from "./paper-entry";
import { papersBehind } from "./papers-behind";

/** A submission cites several papers, and uses several things that papers introduced. */
const OF_SUBMISSIONS = { once: 5, each: 10, items: "page" } as const;

const BEHIND = "The papers behind the submissions of this page, each once.";

@Resolver(() => RankingConnection)
class RankingBibliographyResolver {
  @Cost(OF_SUBMISSIONS)
  @FieldResolver(() => WrittenBibliography, { description: BEHIND })
  async bibliography(
    @Ctx() context: RequestContext,
    @Root() connection: RankingConnection,
    @Args(() => PapersBehindArgs) args: PapersBehindArgs,
  ): Promise<WrittenBibliography> {
    const [{ rows }, place] = await Promise.all([
      connection.page(),
      valuePlace(context, connection.source.splitId),
    ]);
    const works = await papersBehind(
      context,
      rows.map(({ submissionId }) => submissionId),
      args.papers,
    );
    return writtenBibliography(`Papers behind ${placeName(place)}`, works, args);
  }
}

@Resolver(() => SubmissionConnection)
class SubmissionsBibliographyResolver {
  @Cost(OF_SUBMISSIONS)
  @FieldResolver(() => WrittenBibliography, { description: BEHIND })
  async bibliography(
    @Ctx() context: RequestContext,
    @Root() connection: SubmissionConnection,
    @Args(() => PapersBehindArgs) args: PapersBehindArgs,
  ): Promise<WrittenBibliography> {
    const [{ rows }, title] = await Promise.all([
      connection.page(),
      submissionsTitle(context, connection.source),
    ]);
    const works = await papersBehind(
      context,
      rows.map(({ id }) => id),
      args.papers,
    );
    return writtenBibliography(`Papers behind ${title}`, works, args);
  }
}

@Resolver(() => Comparison)
class ComparisonBibliographyResolver {
  @Cost({ once: 5, each: 50 })
  @FieldResolver(() => WrittenBibliography, {
    description: "The papers behind the compared submissions, each once.",
  })
  async bibliography(
    @Ctx() context: RequestContext,
    @Root() { submissionIds }: Comparison,
    @Args(() => PapersBehindArgs) args: PapersBehindArgs,
  ): Promise<WrittenBibliography> {
    const works = await papersBehind(context, submissionIds, args.papers);
    return writtenBibliography("Papers behind a comparison", works, args);
  }
}

@Resolver(() => Submission)
class SubmissionBibliographyResolver {
  @Cost({ each: 10 })
  @FieldResolver(() => WrittenBibliography, {
    description: "The papers behind it, each once.",
  })
  async bibliography(
    @Ctx() context: RequestContext,
    @Root() { id, label }: Submission,
    @Args(() => PapersBehindArgs) args: PapersBehindArgs,
  ): Promise<WrittenBibliography> {
    return writtenBibliography(
      `Papers behind ${label}`,
      await papersBehind(context, [id], args.papers),
      args,
    );
  }
}

@Resolver(() => PaperConnection)
class PapersBibliographyResolver {
  @Cost({ once: 1, each: 3, items: "page" })
  @FieldResolver(() => WrittenBibliography, { description: "The papers of this page." })
  async bibliography(
    @Root() connection: PaperConnection,
    @Args(() => BibliographyArgs) args: BibliographyArgs,
  ): Promise<WrittenBibliography> {
    const { rows } = await connection.page();
    return writtenBibliography("Papers", rows.map(paperEntry), args);
  }
}

/** Lists of works behind answers. */
export const bibliographyResolvers = [
  RankingBibliographyResolver,
  SubmissionsBibliographyResolver,
  ComparisonBibliographyResolver,
  SubmissionBibliographyResolver,
  PapersBibliographyResolver,
];
