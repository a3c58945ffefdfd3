import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import {
  BooleanFilter,
  DateFilter,
  DecimalBounds,
  IntFilter,
  TextFilter,
} from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { ClaimFilter, OrderDirection, ReferenceFilter } from "../catalogue/catalogue.inputs";
import { Basis } from "../claim/basis";
import { CleaningKind } from "../claim/test-set-cleaning.entity";
import { ImportFilter, SourceFilter } from "./provenance.inputs";
import { Reporter, TrainingScale } from "./submission.entity";

const KNOWN = "true: only where the source says it; false: only where it does not.";

@InputType({ description: "Conditions on the published size class of the training set." })
export class TrainingScaleFilter {
  @Field(() => [TrainingScale], { nullable: true, description: "Is one of these." })
  is?: TrainingScale[] | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({ description: "Conditions on who reported the scores." })
export class ReporterFilter {
  @Field(() => [Reporter], { nullable: true, description: "Is one of these." })
  is?: Reporter[] | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({ description: "Conditions on the cleaning of the test set." })
export class CleaningFilter {
  @Field(() => [CleaningKind], {
    nullable: true,
    description: "Is one of these. For what is not known ask `known: false`; UNKNOWN is an error here.",
  })
  is?: CleaningKind[] | null;

  @Field(() => [Basis], {
    nullable: true,
    description: "Bases on which the fact counts; [STATED, INHERITED] when not given.",
  })
  basis?: Basis[] | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({
  description:
    "Conditions on a submission's score on one split, in the metric's unit. Inside a ranking, the split that is ranked is meant unless another one is named; elsewhere the leaderboard must be named, and without `split` its default split is meant. Compared as exact decimals.",
})
export class ScoreFilter extends DecimalBounds {
  @Field(() => String, {
    nullable: true,
    description: "Leaderboard: global id, slug, name or alias. Required outside a ranking.",
  })
  leaderboard?: string | null;

  @Field(() => String, { nullable: true, description: "Split of the leaderboard: global id, slug or name." })
  split?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only with a value on the split; false: only without one.",
  })
  known?: boolean | null;
}

@InputType({
  description:
    "Which submissions are meant. Everything that is given must hold together; `and`, `or` and `not` combine. What is not known matches nothing but `known: false`, and `not` leaves out only what is known to match.",
})
export class SubmissionWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the name as published." })
  name?: TextFilter | null;

  @Field(() => ReferenceFilter, { nullable: true, description: "These submissions themselves." })
  submission?: ReferenceFilter | null;

  @Field(() => ReferenceFilter, { nullable: true, description: "Submitted to these benchmarks." })
  benchmark?: ReferenceFilter | null;

  @Field(() => SourceFilter, {
    nullable: true,
    description: "Standing in one of these documents: the submission itself, or one of its scores.",
  })
  source?: SourceFilter | null;

  @Field(() => ImportFilter, {
    nullable: true,
    description: "Last written by one of these imports: the submission itself, or one of its scores.",
  })
  import?: ImportFilter | null;

  @Field(() => ReferenceFilter, { nullable: true, description: "Made by one of these organisations." })
  organisation?: ReferenceFilter | null;

  @Field(() => ClaimFilter, {
    nullable: true,
    description: "Conditions on a loss function used in training.",
  })
  lossFunction?: ClaimFilter | null;

  @Field(() => ClaimFilter, { nullable: true, description: "Conditions on a backbone." })
  backbone?: ClaimFilter | null;

  @Field(() => ClaimFilter, { nullable: true, description: "Conditions on a dataset trained on." })
  trainingDataset?: ClaimFilter | null;

  @Field(() => ReferenceFilter, {
    nullable: true,
    description: "Refers to these papers: cited, which does not mean used.",
  })
  citedPaper?: ReferenceFilter | null;

  @Field(() => TrainingScaleFilter, {
    nullable: true,
    description: "Conditions on the training set's size class.",
  })
  trainingScale?: TrainingScaleFilter | null;

  @Field(() => CleaningFilter, { nullable: true, description: "Conditions on the cleaning of the test set." })
  testSetCleaning?: CleaningFilter | null;

  @Field(() => ReporterFilter, { nullable: true, description: "Conditions on who reported the scores." })
  reportedBy?: ReporterFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "Conditions on the day of submission." })
  submittedOn?: DateFilter | null;

  @Field(() => IntFilter, { nullable: true, description: "Conditions on the number of combined networks." })
  ensembleSize?: IntFilter | null;

  @Field(() => BooleanFilter, {
    nullable: true,
    description: "Whether its method is described under its own name.",
  })
  described?: BooleanFilter | null;

  @Field(() => ScoreFilter, {
    nullable: true,
    description:
      "Conditions on one score; one score must satisfy all. A place named without bounds asks for a score there.",
  })
  score?: ScoreFilter | null;

  @Field(() => [SubmissionWhere], { nullable: true, description: "All of these hold. An empty list holds." })
  and?: SubmissionWhere[] | null;

  @Field(() => [SubmissionWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list holds for nothing.",
  })
  or?: SubmissionWhere[] | null;

  @Field(() => SubmissionWhere, {
    nullable: true,
    description: "This is not known to hold; what is unknown stays in.",
  })
  not?: SubmissionWhere | null;
}

export enum SubmissionOrderField {
  NAME = "NAME",
  SUBMITTED_ON = "SUBMITTED_ON",
  SCORE = "SCORE",
}

registerEnumType(SubmissionOrderField, {
  name: "SubmissionOrderField",
  description: "What submissions can be ordered by.",
  valuesConfig: {
    NAME: { description: "Label in code-point order." },
    SUBMITTED_ON: { description: "Day of submission; undated last in both directions." },
    SCORE: {
      description:
        "Value on one split, which `leaderboard` and `split` name; without a value last in both directions.",
    },
  },
});

@InputType({
  description:
    "An order of submissions. Equals follow by label in code-point order, then by age of the record.",
})
export class SubmissionOrder {
  @Field(() => SubmissionOrderField, { description: "What to order by." })
  field: SubmissionOrderField;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.ASC,
    description: "Ascending or descending.",
  })
  direction: OrderDirection;

  @Field(() => String, {
    nullable: true,
    description: "Leaderboard to order by, as id, slug, name or alias; required with SCORE.",
  })
  leaderboard?: string | null;

  @Field(() => String, { nullable: true, description: "Its split; the default split when not given." })
  split?: string | null;
}

/** Arguments of every list of submissions. */
@ArgsType()
export class SubmissionsArgs extends PageArgs {
  @Field(() => SubmissionWhere, { nullable: true, description: "Which submissions; all when not given." })
  where?: SubmissionWhere | null;

  @Field(() => SubmissionOrder, { nullable: true, description: "In which order; by label when not given." })
  orderBy?: SubmissionOrder | null;
}

/** Arguments of a list of submissions that claim to use something. */
@ArgsType()
export class ClaimingSubmissionsArgs extends SubmissionsArgs {
  @Field(() => [Basis], {
    nullable: true,
    description: "Bases on which a claim counts; [STATED, INHERITED] when not given.",
  })
  basis?: Basis[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only those with an own version; false: only those that used it as published.",
  })
  modified?: boolean | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether those that use something under this thing count too.",
  })
  includeDescendants: boolean;
}
