import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { RequestContext } from "../../db/request-context";
import { KeptAnswer } from "../answer/answer.types";
import { loadDataVersion } from "../meta/data-version.loaders";
import { Meta } from "../meta/meta.types";
import { Paper } from "../paper/paper.entity";
import { Submission } from "../submission/submission.entity";
import { BibliographyArgs, WrittenBibliography, writtenBibliography } from "./bibliography.types";
import { answerEntry, dataEntry, submissionEntry } from "./own-entries";
import { paperEntry } from "./paper-entry";

@Resolver(() => Paper)
class PaperCiteAsResolver {
  @Cost({ each: 3 })
  @FieldResolver(() => WrittenBibliography, { description: "How to cite the paper: one entry." })
  citeAs(@Root() paper: Paper, @Args(() => BibliographyArgs) args: BibliographyArgs): WrittenBibliography {
    return writtenBibliography(paper.slug, [paperEntry(paper)], args);
  }
}

@Resolver(() => Submission)
class SubmissionCiteAsResolver {
  @Cost({ each: 5 })
  @FieldResolver(() => WrittenBibliography, {
    description:
      "How to cite the submission itself, with its source and the version of the data: one entry. The papers that it cites are its `bibliography`.",
  })
  async citeAs(
    @Ctx() context: RequestContext,
    @Root() submission: Submission,
    @Args(() => BibliographyArgs) args: BibliographyArgs,
  ): Promise<WrittenBibliography> {
    return writtenBibliography(submission.slug, [await submissionEntry(context, submission)], args);
  }
}

@Resolver(() => Meta)
class DataCiteAsResolver {
  @Cost({ each: 3 })
  @FieldResolver(() => WrittenBibliography, {
    description: "How to cite the data as they are now, by their version: one entry.",
  })
  async citeAs(
    @Ctx() context: RequestContext,
    @Args(() => BibliographyArgs) args: BibliographyArgs,
  ): Promise<WrittenBibliography> {
    return writtenBibliography("scoregraph", [dataEntry(await loadDataVersion(context))], args);
  }
}

@Resolver(() => KeptAnswer)
class AnswerCiteAsResolver {
  @Cost({ each: 3 })
  @FieldResolver(() => WrittenBibliography, {
    description: "How to cite the answer, with its address, the version of the data and its hash: one entry.",
  })
  citeAs(
    @Root() answer: KeptAnswer,
    @Args(() => BibliographyArgs) args: BibliographyArgs,
  ): WrittenBibliography {
    return writtenBibliography(`answer ${answer.id}`, [answerEntry(answer)], args);
  }
}

/** What can be cited by itself. */
export const citeAsResolvers = [
  PaperCiteAsResolver,
  SubmissionCiteAsResolver,
  DataCiteAsResolver,
  AnswerCiteAsResolver,
];
