import { ArgsType, Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { connectionType } from "../../common/pagination/connection";
import { PageArgs } from "../../common/pagination/page-args";
import type { KindName } from "../catalogue/kind";
import { MatchedOn } from "./matched-on";
import type { SearchRow } from "./search.queries";

export enum SearchKind {
  BENCHMARK = "Benchmark",
  LEADERBOARD = "Leaderboard",
  SUBMISSION = "Submission",
  ORGANISATION = "Organisation",
  LOSS_FUNCTION = "LossFunction",
  BACKBONE = "Backbone",
  TRAINING_DATASET = "TrainingDataset",
  PAPER = "Paper",
}

registerEnumType(SearchKind, {
  name: "SearchKind",
  description: "Kinds of things that can be searched.",
  valuesConfig: {
    BENCHMARK: { description: "Benchmarks, by name or alias." },
    LEADERBOARD: { description: "Leaderboards, by name or alias." },
    SUBMISSION: { description: "Submissions, by name or alias." },
    ORGANISATION: { description: "Organisations, by name or alias." },
    LOSS_FUNCTION: { description: "Loss functions, by name or alias." },
    BACKBONE: { description: "Backbones, by name or alias." },
    TRAINING_DATASET: { description: "Training datasets, by name or alias." },
    PAPER: { description: "Papers, by title, alias, arXiv id or DOI." },
  },
});

@ObjectType({ description: "Something found by a search, and why." })
export class SearchResult implements SearchRow {
  type: KindName;

  key: number;

  @Field({ description: "The name, alias, title or identifier that matched." })
  matched: string;

  @Field(() => MatchedOn, { description: "What of the thing that is." })
  matchedOn: MatchedOn;

  @Field(() => Float, {
    description:
      "How close the match is, from 0 to 1: 1 is the same text, ignoring case; comparable within one search only.",
  })
  closeness: number;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description: "What to look for: 1 to 200 letters. Case is ignored, and slips in typing are forgiven.",
  })
  text: string;

  @Field(() => [SearchKind], { nullable: true, description: "Which kinds of things; all when not given." })
  kinds?: SearchKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Only within this benchmark (global id, slug, name or alias): its leaderboards and submissions, and what those are STATED or INHERITED to use, who made them, and what they cite. Everything when not given.",
  })
  benchmark?: string | null;
}

export const SearchResultConnection = connectionType<SearchResult>(
  "SearchResultConnection",
  () => SearchResult,
  "things found, the closest match first; equals by matched text",
);
export type SearchResultConnection = InstanceType<typeof SearchResultConnection>;
