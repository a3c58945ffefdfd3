// Made by `npm run operations` from schema.graphql and the files in operations/.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a source supports a claim, from the strongest to the weakest. */
export type Basis =
  /** Only a paper is referred to in its place. Cited is not used. */
  | 'CITED'
  /** The source says that the submission differs only in something else from one for which it is stated. */
  | 'INHERITED'
  /** An importer found the term in the text; nobody has confirmed yet that it was used. To be confirmed or dismissed. */
  | 'MENTIONED'
  /** The source says that it was used. */
  | 'STATED'
  /** The source says something too unspecific to name the thing, such as "a combined loss". */
  | 'VAGUE';

/** Condition on a yes-or-no fact. */
export type BooleanFilter = {
  /** The fact is this: true or false. */
  is?: boolean | null | undefined;
};

/** Conditions on the claims that a submission used something. One claim must satisfy all of them together. Without `basis`, only STATED and INHERITED claims count. */
export type ClaimFilter = {
  /** Bases on which a claim counts; [STATED, INHERITED] when not given. */
  basis?: Array<Basis> | null | undefined;
  /** Exactly one of these. */
  is?: Array<string> | null | undefined;
  /** true: only where something of the kind is known; false: only where nothing is. */
  known?: boolean | null | undefined;
  /** true: only an own version of it; false: only as it was published. */
  modified?: boolean | null | undefined;
  /** One of these, or anything under one of them. */
  within?: Array<string> | null | undefined;
};

/** Conditions on the cleaning of the test set. */
export type CleaningFilter = {
  /** Bases on which the fact counts; [STATED, INHERITED] when not given. */
  basis?: Array<Basis> | null | undefined;
  /** Is one of these. For what is not known ask `known: false`; UNKNOWN is an error here. */
  is?: Array<CleaningKind> | null | undefined;
  /** true: only where the source says it; false: only where it does not. */
  known?: boolean | null | undefined;
};

/** Whether wrongly labelled images were taken out of the test set. Results on cleaned and on uncleaned test sets should not be compared. */
export type CleaningKind =
  /** The source says that the test set was not cleaned. */
  | 'NONE'
  /** Cleaned in the submitter's own way. */
  | 'OWN'
  /** Cleaned with a published list of noisy images. */
  | 'PUBLISHED_LIST'
  /** The source does not say. Unknown is not no. */
  | 'UNKNOWN';

/** Conditions on a day, all of which must hold. */
export type DateFilter = {
  /** After this day. */
  gt?: string | null | undefined;
  /** On this day or after it. */
  gte?: string | null | undefined;
  /** true: only where it is known; false: only where it is not. What is not known matches nothing but `known: false`. */
  known?: boolean | null | undefined;
  /** Before this day. */
  lt?: string | null | undefined;
  /** On this day or before it. */
  lte?: string | null | undefined;
};

/** Who says which values are better. */
export type DirectionSaidBy =
  /** Whoever asked, by an argument, because no source says it. */
  | 'CALLER'
  /** The source of the leaderboard, or who imported it. */
  | 'SOURCE';

/** What submissions can be grouped by. A submission with two of a kind, such as two losses, is in two groups, so that counts can add up to more than there are. What is not known is a group of its own. */
export type Grouping =
  /** By backbone. Only STATED and INHERITED claims count. */
  | 'BACKBONE'
  /** By the nearest family of the backbone, which may be itself; one without a family is a group of its own. Only STATED and INHERITED claims count. */
  | 'BACKBONE_FAMILY'
  /** By whether the method is described: `true` or `false`. */
  | 'DESCRIBED'
  /** By the nearest family of the loss function, which may be itself; one without a family is a group of its own. Only STATED and INHERITED claims count. */
  | 'LOSS_FAMILY'
  /** By loss function. Only STATED and INHERITED claims count. */
  | 'LOSS_FUNCTION'
  /** By month of submission, such as `2015-10`; in order of time. */
  | 'MONTH'
  /** By organisation; a joint submission is in several groups. */
  | 'ORGANISATION'
  /** By kind of test-set cleaning. Only STATED and INHERITED claims count. */
  | 'TEST_SET_CLEANING'
  /** By dataset trained on, where the source names it. Only STATED and INHERITED claims count. */
  | 'TRAINING_DATASET'
  /** By published size class of the training set. */
  | 'TRAINING_SCALE'
  /** By year of submission, such as `2015`; in order of time. */
  | 'YEAR';

/** Conditions on the import that last wrote something. */
export type ImportFilter = {
  /** One of these, each as global id or number. */
  is?: Array<string> | null | undefined;
  /** true: only where the import that last wrote the submission itself is known; false: only where it is not. */
  known?: boolean | null | undefined;
};

/** Conditions on a whole number, all of which must hold. */
export type IntFilter = {
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** true: only where it is known; false: only where it is not. What is not known matches nothing but `known: false`. */
  known?: boolean | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
};

/** What of a thing matched a search. */
export type MatchedOn =
  /** One of its other names. */
  | 'ALIAS'
  /** Its arXiv id or DOI. */
  | 'IDENTIFIER'
  /** Its name or title. */
  | 'NAME';

/** Which of two values of a metric is the better one. */
export type MetricDirection =
  /** The larger value is better, as with an accuracy. */
  | 'HIGHER_IS_BETTER'
  /** The smaller value is better, as with an error rate. */
  | 'LOWER_IS_BETTER'
  /** No source says it. Whoever wants a ranking says it: see its argument `direction`. */
  | 'UNKNOWN';

/** What the name, under which a source lists a submitter, is the name of. */
export type NameKind =
  /** A method or product; the source does not say who stands behind it. */
  | 'METHOD'
  /** A company, university, laboratory or team. */
  | 'ORGANISATION'
  /** A single person; the source names no organisation. */
  | 'PERSON';

/** Conditions on what an organisation's name is the name of. */
export type NameKindFilter = {
  /** Is one of these. */
  is?: Array<NameKind> | null | undefined;
};

/** Direction of an order. What has no value comes last in both. */
export type OrderDirection =
  /** Smallest, earliest or alphabetically first at the start. */
  | 'ASC'
  /** Largest, latest or alphabetically last at the start. */
  | 'DESC';

/** Which organisations are meant. Everything that is given must hold together; `and`, `or` and `not` combine. */
export type OrganisationWhere = {
  /** All of these hold. An empty list holds. */
  and?: Array<OrganisationWhere> | null | undefined;
  /** Conditions on the name. */
  name?: TextFilter | null | undefined;
  /** What the name is the name of. */
  nameKind?: NameKindFilter | null | undefined;
  /** This does not hold. */
  not?: OrganisationWhere | null | undefined;
  /** At least one of these holds. An empty list does not. */
  or?: Array<OrganisationWhere> | null | undefined;
};

/** Which papers are meant. Everything that is given must hold together; `and`, `or` and `not` combine. */
export type PaperWhere = {
  /** All of these hold. An empty list holds. */
  and?: Array<PaperWhere> | null | undefined;
  /** This is not known to hold; what is unknown stays in. */
  not?: PaperWhere | null | undefined;
  /** At least one of these holds. An empty list does not. */
  or?: Array<PaperWhere> | null | undefined;
  /** Conditions on the title. */
  title?: TextFilter | null | undefined;
  /** Conditions on the conference, journal or archive. */
  venue?: TextFilter | null | undefined;
  /** Conditions on the year of publication. */
  year?: IntFilter | null | undefined;
};

/** Which of two values ranks first. */
export type RankingDirection =
  /** The larger value, as with an accuracy. */
  | 'HIGHER_IS_BETTER'
  /** The smaller value, as with an error rate. */
  | 'LOWER_IS_BETTER';

/** Which things of a kind are meant. Each reference is a global id, slug, name or alias, ignoring case. */
export type ReferenceFilter = {
  /** Exactly one of these. */
  is?: Array<string> | null | undefined;
  /** true: only where something of the kind is known; false: only where nothing is. */
  known?: boolean | null | undefined;
  /** One of these, or anything under one of them. */
  within?: Array<string> | null | undefined;
};

/** Who reported the scores of a submission, where the source says so. */
export type Reporter =
  /** The submission's own authors, not the benchmark's organisers. */
  | 'AUTHOR';

/** Conditions on who reported the scores. */
export type ReporterFilter = {
  /** Is one of these. */
  is?: Array<Reporter> | null | undefined;
  /** true: only where the source says it; false: only where it does not. */
  known?: boolean | null | undefined;
};

/** Conditions on a submission's score on one split, in the metric's unit. Inside a ranking, the split that is ranked is meant unless another one is named; elsewhere the leaderboard must be named, and without `split` its default split is meant. Compared as exact decimals. */
export type ScoreFilter = {
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** true: only with a value on the split; false: only without one. */
  known?: boolean | null | undefined;
  /** Leaderboard: global id, slug, name or alias. Required outside a ranking. */
  leaderboard?: string | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
  /** Split of the leaderboard: global id, slug or name. */
  split?: string | null | undefined;
};

/** Kinds of things that can be searched. */
export type SearchKind =
  /** Backbones, by name or alias. */
  | 'BACKBONE'
  /** Benchmarks, by name or alias. */
  | 'BENCHMARK'
  /** Leaderboards, by name or alias. */
  | 'LEADERBOARD'
  /** Loss functions, by name or alias. */
  | 'LOSS_FUNCTION'
  /** Organisations, by name or alias. */
  | 'ORGANISATION'
  /** Papers, by title, alias, arXiv id or DOI. */
  | 'PAPER'
  /** Submissions, by name or alias. */
  | 'SUBMISSION'
  /** Training datasets, by name or alias. */
  | 'TRAINING_DATASET';

/** Conditions on the document that something stands in. */
export type SourceFilter = {
  /** One of these, each as global id or slug. */
  is?: Array<string> | null | undefined;
};

/** An order of submissions. Equals follow by label in code-point order, then by age of the record. */
export type SubmissionOrder = {
  /** Ascending or descending. */
  direction?: OrderDirection;
  /** What to order by. */
  field: SubmissionOrderField;
  /** Leaderboard to order by, as id, slug, name or alias; required with SCORE. */
  leaderboard?: string | null | undefined;
  /** Its split; the default split when not given. */
  split?: string | null | undefined;
};

/** What submissions can be ordered by. */
export type SubmissionOrderField =
  /** Label in code-point order. */
  | 'NAME'
  /** Value on one split, which `leaderboard` and `split` name; without a value last in both directions. */
  | 'SCORE'
  /** Day of submission; undated last in both directions. */
  | 'SUBMITTED_ON';

/** Which submissions are meant. Everything that is given must hold together; `and`, `or` and `not` combine. What is not known matches nothing but `known: false`, and `not` leaves out only what is known to match. */
export type SubmissionWhere = {
  /** All of these hold. An empty list holds. */
  and?: Array<SubmissionWhere> | null | undefined;
  /** Conditions on a backbone. */
  backbone?: ClaimFilter | null | undefined;
  /** Submitted to these benchmarks. */
  benchmark?: ReferenceFilter | null | undefined;
  /** Refers to these papers: cited, which does not mean used. */
  citedPaper?: ReferenceFilter | null | undefined;
  /** Whether its method is described under its own name. */
  described?: BooleanFilter | null | undefined;
  /** Conditions on the number of combined networks. */
  ensembleSize?: IntFilter | null | undefined;
  /** Last written by one of these imports: the submission itself, or one of its scores. */
  import?: ImportFilter | null | undefined;
  /** Conditions on a loss function used in training. */
  lossFunction?: ClaimFilter | null | undefined;
  /** Conditions on the name as published. */
  name?: TextFilter | null | undefined;
  /** This is not known to hold; what is unknown stays in. */
  not?: SubmissionWhere | null | undefined;
  /** At least one of these holds. An empty list holds for nothing. */
  or?: Array<SubmissionWhere> | null | undefined;
  /** Made by one of these organisations. */
  organisation?: ReferenceFilter | null | undefined;
  /** Conditions on who reported the scores. */
  reportedBy?: ReporterFilter | null | undefined;
  /** Conditions on one score; one score must satisfy all. A place named without bounds asks for a score there. */
  score?: ScoreFilter | null | undefined;
  /** Standing in one of these documents: the submission itself, or one of its scores. */
  source?: SourceFilter | null | undefined;
  /** These submissions themselves. */
  submission?: ReferenceFilter | null | undefined;
  /** Conditions on the day of submission. */
  submittedOn?: DateFilter | null | undefined;
  /** Conditions on the cleaning of the test set. */
  testSetCleaning?: CleaningFilter | null | undefined;
  /** Conditions on a dataset trained on. */
  trainingDataset?: ClaimFilter | null | undefined;
  /** Conditions on the training set's size class. */
  trainingScale?: TrainingScaleFilter | null | undefined;
};

/** How a table is written. In all of them numbers keep the text that they were published as, and what is not known is never 0. */
export type TableFormat =
  /** Comma-separated values (RFC 4180) in UTF-8 without a byte order mark, for programs: the columns' keys as header, no caption, no notes; what is not known is empty. */
  | 'CSV'
  /** An HTML `table` element to put into a page: best values bold, the second best underlined; what is not known is a dash. */
  | 'HTML'
  /** One JSON object on each line, by the columns' keys: numbers as text, places and counts as numbers, lists with their marks; what is not known is null. */
  | 'JSON_LINES'
  /** A LaTeX table with the rules of booktabs: best values bold, the second best underlined; what is not known is a dash. From 41 rows on a longtable. Comments at its top say which packages it needs. */
  | 'LATEX'
  /** A table of GitHub Flavored Markdown: best values bold, the second best in italics; what is not known is a dash. */
  | 'MARKDOWN'
  /** Tab-separated values in UTF-8 as registered with IANA: nothing is quoted, a tab or line break within a text becomes a space. Else as CSV. */
  | 'TSV';

/** Conditions on a text, all of which must hold. Case is ignored. */
export type TextFilter = {
  /** Has this somewhere in it. */
  contains?: string | null | undefined;
  /** Is exactly one of these. */
  is?: Array<string> | null | undefined;
  /** true: only where it is known; false: only where it is not. What is not known matches nothing but `known: false`. */
  known?: boolean | null | undefined;
  /** Begins with this. */
  startsWith?: string | null | undefined;
};

/** How equal values are ranked. */
export type TieRule =
  /** Equals share the best place and leave a gap: 1, 2, 2, 4. */
  | 'COMPETITION'
  /** Equals share a place and leave no gap: 1, 2, 2, 3. */
  | 'DENSE'
  /** Equals share the mean of their places: 1, 2.5, 2.5, 4. */
  | 'FRACTIONAL'
  /** Every row has a place of its own: 1, 2, 3, 4; equals by date (undated last), then by name. */
  | 'ORDINAL';

/** Which training datasets are meant. Everything that is given must hold together; `and`, `or` and `not` combine. */
export type TrainingDatasetWhere = {
  /** All of these hold. An empty list holds. */
  and?: Array<TrainingDatasetWhere> | null | undefined;
  /** Introduced by one of these papers. */
  introducedBy?: ReferenceFilter | null | undefined;
  /** Conditions on the name. */
  name?: TextFilter | null | undefined;
  /** This is not known to hold. */
  not?: TrainingDatasetWhere | null | undefined;
  /** At least one of these holds. An empty list does not. */
  or?: Array<TrainingDatasetWhere> | null | undefined;
};

/** Size class of the training set as the leaderboard's source prints it. What the classes mean in numbers is for the source to say; see `meta.notInSources`. */
export type TrainingScale =
  /** The source puts the submission into its class of large training sets. */
  | 'LARGE'
  /** The source puts the submission into its class of small training sets. */
  | 'SMALL';

/** Conditions on the published size class of the training set. */
export type TrainingScaleFilter = {
  /** Is one of these. */
  is?: Array<TrainingScale> | null | undefined;
  /** true: only where the source says it; false: only where it does not. */
  known?: boolean | null | undefined;
};

export type MethodFragment = { id: string, slug: string, label: string, submittedOn: string | null, described: boolean, trainingScale: TrainingScale | null, testSetCleaning: { kind: CleaningKind, basis: Basis | null }, organisations: Array<{ id: string, slug: string, name: string }>, lossFunctions: Array<{ basis: Basis, modified: boolean, term: string | null, lossFunction: { id: string, slug: string, name: string } | null }>, backbones: Array<{ basis: Basis, modified: boolean, term: string | null, backbone: { id: string, slug: string, name: string } | null }>, trainingDatasets: Array<{ basis: Basis, modified: boolean, term: string | null, sizeTerm: string | null, trainingDataset: { id: string, slug: string, name: string } | null }> };

export type PlaceFragment = { line: number | null, document: { id: string, slug: string, title: string, url: string | null } };

export type PlacedScoreFragment = { id: string, reported: string | null, value: number | null, overallRank: number | null, leaderboard: { id: string, slug: string, name: string }, split: { id: string, slug: string, name: string, isDefault: boolean } };

export type PaperLineFragment = { id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null };

export type PageEndFragment = { hasNextPage: boolean, endCursor: string | null };

export type HomeQueryVariables = Exact<{
  first: number;
}>;


export type HomeQuery = { meta: { dataVersion: string, changedAt: string, counts: { leaderboards: number, submissions: number, scores: number, organisations: number, lossFunctions: number, backbones: number, trainingDatasets: number, papers: number } }, leaderboards: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, description: string | null, benchmark: { id: string, slug: string, name: string }, metric: { id: string, name: string, unit: string | null, direction: MetricDirection }, splits: Array<{ id: string, slug: string, name: string }> }> } };

export type LeaderQueryVariables = Exact<{
  ref: string;
}>;


export type LeaderQuery = { leaderboard: { id: string, ranking: { totalCount: number, nodes: Array<{ tied: boolean, score: { id: string, reported: string | null }, submission: { id: string, slug: string, label: string } }> }, stateOfTheArt: Array<{ heldFrom: string, heldUntil: string | null, score: { id: string, reported: string | null, value: number | null }, submission: { id: string, slug: string, label: string } }> } | null };

export type KeepingQueryVariables = Exact<{ [key: string]: never; }>;


export type KeepingQuery = { meta: { keepsAnswers: boolean } };

export type LeaderboardQueryVariables = Exact<{
  ref: string;
}>;


export type LeaderboardQuery = { leaderboard: { id: string, slug: string, name: string, description: string | null, benchmark: { id: string, slug: string, name: string }, metric: { id: string, name: string, unit: string | null, direction: MetricDirection, minimum: number | null, maximum: number | null, description: string | null }, defaultSplit: { id: string, slug: string, name: string }, splits: Array<{ id: string, slug: string, name: string }> } | null };

export type RankingQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  ties: TieRule;
  direction?: RankingDirection | null | undefined;
  asOf?: string | null | undefined;
  where?: SubmissionWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
  otherSplit?: string | null | undefined;
  withOther: boolean;
}>;


export type RankingQuery = { leaderboard: { id: string, ranking: { totalCount: number, ties: TieRule, direction: RankingDirection, directionSaidBy: DirectionSaidBy, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ rank: number, overallRank: number, tied: boolean, score: { id: string, reported: string | null, value: number | null, uncertainty: number | null }, submission: { id: string, slug: string, label: string, submittedOn: string | null, described: boolean, trainingScale: TrainingScale | null, scores?: Array<{ id: string, reported: string | null, rank: number | null }>, testSetCleaning: { kind: CleaningKind, basis: Basis | null }, organisations: Array<{ id: string, slug: string, name: string }>, lossFunctions: Array<{ basis: Basis, modified: boolean, term: string | null, lossFunction: { id: string, slug: string, name: string } | null }>, backbones: Array<{ basis: Basis, modified: boolean, term: string | null, backbone: { id: string, slug: string, name: string } | null }>, trainingDatasets: Array<{ basis: Basis, modified: boolean, term: string | null, sizeTerm: string | null, trainingDataset: { id: string, slug: string, name: string } | null }> } }> } } | null };

export type RankingFacetsQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  direction?: RankingDirection | null | undefined;
  asOf?: string | null | undefined;
  where?: SubmissionWhere | null | undefined;
  groupBy: Array<Grouping> | Grouping;
}>;


export type RankingFacetsQuery = { leaderboard: { id: string, ranking: { totalCount: number, facets: Array<{ groupBy: Grouping, unknownCount: number, groups: Array<{ key: string, label: string, count: number }> }> } } | null };

export type RankingBasesQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  direction?: RankingDirection | null | undefined;
  asOf?: string | null | undefined;
  stated?: SubmissionWhere | null | undefined;
  inherited?: SubmissionWhere | null | undefined;
  cited?: SubmissionWhere | null | undefined;
  vague?: SubmissionWhere | null | undefined;
  mentioned?: SubmissionWhere | null | undefined;
  none?: SubmissionWhere | null | undefined;
}>;


export type RankingBasesQuery = { leaderboard: { id: string, stated: { totalCount: number }, inherited: { totalCount: number }, cited: { totalCount: number }, vague: { totalCount: number }, mentioned: { totalCount: number }, none: { totalCount: number } } | null };

export type RecordsQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  direction?: RankingDirection | null | undefined;
  asOf?: string | null | undefined;
  where?: SubmissionWhere | null | undefined;
}>;


export type RecordsQuery = { leaderboard: { id: string, stateOfTheArt: Array<{ heldFrom: string, heldUntil: string | null, heldDays: number | null, improvement: number | null, score: { id: string, reported: string | null, value: number | null }, submission: { id: string, slug: string, label: string } }> } | null };

export type TimelineQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  direction?: RankingDirection | null | undefined;
  where?: SubmissionWhere | null | undefined;
  first: number;
}>;


export type TimelineQuery = { leaderboard: { id: string, ranking: { totalCount: number, nodes: Array<{ overallRank: number, score: { id: string, reported: string | null, value: number | null }, submission: { id: string, slug: string, label: string, submittedOn: string | null } }> } } | null };

export type UnrankedQueryVariables = Exact<{
  ref: string;
  split?: string | null | undefined;
  where?: SubmissionWhere | null | undefined;
}>;


export type UnrankedQuery = { leaderboard: { id: string, unranked: { totalCount: number, nodes: Array<{ id: string, slug: string, label: string }> } } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first: number;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, nodes: Array<{ matched: string, matchedOn: MatchedOn, closeness: number, node:
        | { __typename: 'Backbone', slug: string, name: string, id: string }
        | { __typename: 'Benchmark', slug: string, name: string, id: string }
        | { __typename: 'Import', id: string }
        | { __typename: 'Leaderboard', slug: string, name: string, id: string }
        | { __typename: 'LossFunction', slug: string, name: string, id: string }
        | { __typename: 'Metric', id: string }
        | { __typename: 'Organisation', slug: string, name: string, id: string }
        | { __typename: 'Paper', slug: string, title: string, id: string }
        | { __typename: 'Score', id: string }
        | { __typename: 'Source', id: string }
        | { __typename: 'Split', id: string }
        | { __typename: 'Submission', slug: string, label: string, id: string }
        | { __typename: 'TrainingDataset', slug: string, name: string, id: string }
       }> } };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { meta: { dataVersion: string, changedAt: string, revision: number, citeAs: { text: string }, sources: Array<{ id: string, slug: string, title: string, url: string | null, description: string | null, doesNotSay: Array<{ topic: string, statement: string }> }> } };

export type SubmissionQueryVariables = Exact<{
  ref: string;
}>;


export type SubmissionQuery = { submission: { id: string, slug: string, label: string, name: string | null, aliases: Array<string>, submittedOn: string | null, described: boolean, trainingScale: TrainingScale | null, ensembleSize: number | null, reportedBy: Reporter | null, summary: string | null, benchmark: { id: string, slug: string, name: string }, organisations: Array<{ id: string, slug: string, name: string, nameKind: NameKind }>, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, descriptionSource: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } } | null, scores: Array<{ tied: boolean | null, behindLeader: number | null, uncertainty: number | null, id: string, reported: string | null, value: number | null, overallRank: number | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, leaderboard: { id: string, slug: string, name: string }, split: { id: string, slug: string, name: string, isDefault: boolean } }>, spreads: Array<{ splitCount: number, spread: number, leaderboard: { id: string, slug: string, name: string } }>, lossFunctions: Array<{ basis: Basis, modified: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, inheritedFrom: { id: string, slug: string, label: string } | null, lossFunction: { id: string, slug: string, name: string } | null }>, backbones: Array<{ basis: Basis, modified: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, inheritedFrom: { id: string, slug: string, label: string } | null, backbone: { id: string, slug: string, name: string } | null }>, trainingDatasets: Array<{ basis: Basis, modified: boolean, term: string | null, sizeTerm: string | null, identities: number | null, images: number | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, inheritedFrom: { id: string, slug: string, label: string } | null, trainingDataset: { id: string, slug: string, name: string } | null }>, testSetCleaning: { kind: CleaningKind, basis: Basis | null, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } } | null, inheritedFrom: { id: string, slug: string, label: string } | null }, citedPapers: Array<{ source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, paper: { id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null } }>, variantOf: Array<{ differences: Array<string>, onlyDifference: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, submission: { id: string, slug: string, label: string } }>, variants: Array<{ differences: Array<string>, onlyDifference: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, submission: { id: string, slug: string, label: string } }>, citeAs: { text: string }, likelyDescriptions: Array<{ reason: string, submission: { id: string, slug: string, label: string } }> } | null };

export type VariantLineFragment = { differences: Array<string>, onlyDifference: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, submission: { id: string, slug: string, label: string } };

export type SubmissionsQueryVariables = Exact<{
  where?: SubmissionWhere | null | undefined;
  orderBy?: SubmissionOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SubmissionsQuery = { submissions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, label: string, submittedOn: string | null, described: boolean, trainingScale: TrainingScale | null, scores: Array<{ id: string, reported: string | null, value: number | null, overallRank: number | null, leaderboard: { id: string, slug: string, name: string }, split: { id: string, slug: string, name: string, isDefault: boolean } }>, testSetCleaning: { kind: CleaningKind, basis: Basis | null }, organisations: Array<{ id: string, slug: string, name: string }>, lossFunctions: Array<{ basis: Basis, modified: boolean, term: string | null, lossFunction: { id: string, slug: string, name: string } | null }>, backbones: Array<{ basis: Basis, modified: boolean, term: string | null, backbone: { id: string, slug: string, name: string } | null }>, trainingDatasets: Array<{ basis: Basis, modified: boolean, term: string | null, sizeTerm: string | null, trainingDataset: { id: string, slug: string, name: string } | null }> }> } };

export type SubmissionFacetsQueryVariables = Exact<{
  where?: SubmissionWhere | null | undefined;
  groupBy: Array<Grouping> | Grouping;
}>;


export type SubmissionFacetsQuery = { submissions: { totalCount: number, facets: Array<{ groupBy: Grouping, unknownCount: number, groups: Array<{ key: string, label: string, count: number }> }> } };

export type SubmissionBasesQueryVariables = Exact<{
  stated?: SubmissionWhere | null | undefined;
  inherited?: SubmissionWhere | null | undefined;
  cited?: SubmissionWhere | null | undefined;
  vague?: SubmissionWhere | null | undefined;
  mentioned?: SubmissionWhere | null | undefined;
  none?: SubmissionWhere | null | undefined;
}>;


export type SubmissionBasesQuery = { stated: { totalCount: number }, inherited: { totalCount: number }, cited: { totalCount: number }, vague: { totalCount: number }, mentioned: { totalCount: number }, none: { totalCount: number } };

export type CompareQueryVariables = Exact<{
  refs: Array<string> | string;
  direction?: RankingDirection | null | undefined;
}>;


export type CompareQuery = { comparison: { submissions: Array<{ summary: string | null, ensembleSize: number | null, reportedBy: Reporter | null, id: string, slug: string, label: string, submittedOn: string | null, described: boolean, trainingScale: TrainingScale | null, testSetCleaning: { kind: CleaningKind, basis: Basis | null, term: string | null }, variantOf: Array<{ differences: Array<string>, onlyDifference: boolean, term: string | null, source: { line: number | null, document: { id: string, slug: string, title: string, url: string | null } }, submission: { id: string, slug: string, label: string } }>, organisations: Array<{ id: string, slug: string, name: string }>, lossFunctions: Array<{ basis: Basis, modified: boolean, term: string | null, lossFunction: { id: string, slug: string, name: string } | null }>, backbones: Array<{ basis: Basis, modified: boolean, term: string | null, backbone: { id: string, slug: string, name: string } | null }>, trainingDatasets: Array<{ basis: Basis, modified: boolean, term: string | null, sizeTerm: string | null, trainingDataset: { id: string, slug: string, name: string } | null }> }>, results: Array<{ direction: RankingDirection | null, spread: number, leaderboard: { id: string, slug: string, name: string, metric: { id: string, unit: string | null } }, split: { id: string, slug: string, name: string }, cells: Array<{ reported: string | null, overallRank: number | null, best: boolean, submission: { id: string } }> }> } | null };

export type ComparisonTableQueryVariables = Exact<{
  refs: Array<string> | string;
  format: TableFormat;
}>;


export type ComparisonTableQuery = { comparison: { table: { text: string } } | null };

export type FamiliesQueryVariables = Exact<{
  first: number;
}>;


export type FamiliesQuery = { lossFunctions: { nodes: Array<{ id: string, slug: string, isFamily: boolean, family: { id: string, slug: string } | null }> }, backbones: { nodes: Array<{ id: string, slug: string, isFamily: boolean, family: { id: string, slug: string } | null }> } };

export type LossesQueryVariables = Exact<{
  first: number;
}>;


export type LossesQuery = { lossFunctions: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, description: string | null, isFamily: boolean, parent: { id: string } | null, submissions: { totalCount: number } }> } };

export type BackbonesQueryVariables = Exact<{
  first: number;
}>;


export type BackbonesQuery = { backbones: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, description: string | null, isFamily: boolean, parent: { id: string } | null, submissions: { totalCount: number } }> } };

export type OrganisationsQueryVariables = Exact<{
  where?: OrganisationWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OrganisationsQuery = { organisations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, name: string, nameKind: NameKind, submissions: { totalCount: number } }> } };

export type DatasetsQueryVariables = Exact<{
  where?: TrainingDatasetWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DatasetsQuery = { trainingDatasets: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, name: string, description: string | null, submissions: { totalCount: number } }> } };

export type PapersQueryVariables = Exact<{
  where?: PaperWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PapersQuery = { papers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null, citedBy: { totalCount: number } }> } };

export type LossQueryVariables = Exact<{
  ref: string;
}>;


export type LossQuery = { lossFunction: { id: string, slug: string, name: string, aliases: Array<string>, description: string | null, isFamily: boolean, introducedBy: { id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null } | null, ancestors: Array<{ id: string, slug: string, name: string }>, children: Array<{ id: string, slug: string, name: string, submissions: { totalCount: number } }>, organisations: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string }> } } | null };

export type BackboneQueryVariables = Exact<{
  ref: string;
}>;


export type BackboneQuery = { backbone: { id: string, slug: string, name: string, aliases: Array<string>, description: string | null, isFamily: boolean, introducedBy: { id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null } | null, ancestors: Array<{ id: string, slug: string, name: string }>, children: Array<{ id: string, slug: string, name: string, submissions: { totalCount: number } }>, organisations: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string }> } } | null };

export type DatasetQueryVariables = Exact<{
  ref: string;
}>;


export type DatasetQuery = { trainingDataset: { id: string, slug: string, name: string, aliases: Array<string>, description: string | null, introducedBy: { id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null } | null, organisations: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string }> } } | null };

export type OrganisationQueryVariables = Exact<{
  ref: string;
}>;


export type OrganisationQuery = { organisation: { id: string, slug: string, name: string, nameKind: NameKind, aliases: Array<string>, lossFunctions: { nodes: Array<{ id: string, slug: string, name: string }> }, backbones: { nodes: Array<{ id: string, slug: string, name: string }> }, trainingDatasets: { nodes: Array<{ id: string, slug: string, name: string }> } } | null };

export type PaperQueryVariables = Exact<{
  ref: string;
}>;


export type PaperQuery = { paper: { doi: string | null, arxivId: string | null, url: string | null, aliases: Array<string>, id: string, slug: string, title: string, authors: Array<string>, year: number | null, venue: string | null, citeAs: { text: string, references: Array<{ text: string }> }, introducedLossFunctions: { nodes: Array<{ id: string, slug: string, name: string }> }, introducedBackbones: { nodes: Array<{ id: string, slug: string, name: string }> }, introducedTrainingDatasets: { nodes: Array<{ id: string, slug: string, name: string }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const MethodFragmentDoc = new TypedDocumentString(`
    fragment Method on Submission {
  id
  slug
  label
  submittedOn
  described
  trainingScale
  testSetCleaning {
    kind
    basis
  }
  organisations {
    id
    slug
    name
  }
  lossFunctions {
    basis
    modified
    term
    lossFunction {
      id
      slug
      name
    }
  }
  backbones {
    basis
    modified
    term
    backbone {
      id
      slug
      name
    }
  }
  trainingDatasets {
    basis
    modified
    term
    sizeTerm
    trainingDataset {
      id
      slug
      name
    }
  }
}
    `, {"fragmentName":"Method"}) as unknown as TypedDocumentString<MethodFragment, unknown>;
export const PlacedScoreFragmentDoc = new TypedDocumentString(`
    fragment PlacedScore on Score {
  id
  reported
  value
  overallRank
  leaderboard {
    id
    slug
    name
  }
  split {
    id
    slug
    name
    isDefault
  }
}
    `, {"fragmentName":"PlacedScore"}) as unknown as TypedDocumentString<PlacedScoreFragment, unknown>;
export const PaperLineFragmentDoc = new TypedDocumentString(`
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}
    `, {"fragmentName":"PaperLine"}) as unknown as TypedDocumentString<PaperLineFragment, unknown>;
export const PageEndFragmentDoc = new TypedDocumentString(`
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}
    `, {"fragmentName":"PageEnd"}) as unknown as TypedDocumentString<PageEndFragment, unknown>;
export const PlaceFragmentDoc = new TypedDocumentString(`
    fragment Place on SourceReference {
  line
  document {
    id
    slug
    title
    url
  }
}
    `, {"fragmentName":"Place"}) as unknown as TypedDocumentString<PlaceFragment, unknown>;
export const VariantLineFragmentDoc = new TypedDocumentString(`
    fragment VariantLine on Variant {
  differences
  onlyDifference
  term
  source {
    ...Place
  }
  submission {
    id
    slug
    label
  }
}
    fragment Place on SourceReference {
  line
  document {
    id
    slug
    title
    url
  }
}`, {"fragmentName":"VariantLine"}) as unknown as TypedDocumentString<VariantLineFragment, unknown>;
export const HomeDocument = new TypedDocumentString(`
    query Home($first: Int!) {
  meta {
    dataVersion
    changedAt
    counts {
      leaderboards
      submissions
      scores
      organisations
      lossFunctions
      backbones
      trainingDatasets
      papers
    }
  }
  leaderboards(first: $first) {
    totalCount
    nodes {
      id
      slug
      name
      description
      benchmark {
        id
        slug
        name
      }
      metric {
        id
        name
        unit
        direction
      }
      splits {
        id
        slug
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const LeaderDocument = new TypedDocumentString(`
    query Leader($ref: String!) {
  leaderboard(ref: $ref) {
    id
    ranking(first: 1) {
      totalCount
      nodes {
        tied
        score {
          id
          reported
        }
        submission {
          id
          slug
          label
        }
      }
    }
    stateOfTheArt {
      heldFrom
      heldUntil
      score {
        id
        reported
        value
      }
      submission {
        id
        slug
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LeaderQuery, LeaderQueryVariables>;
export const KeepingDocument = new TypedDocumentString(`
    query Keeping {
  meta {
    keepsAnswers
  }
}
    `) as unknown as TypedDocumentString<KeepingQuery, KeepingQueryVariables>;
export const LeaderboardDocument = new TypedDocumentString(`
    query Leaderboard($ref: String!) {
  leaderboard(ref: $ref) {
    id
    slug
    name
    description
    benchmark {
      id
      slug
      name
    }
    metric {
      id
      name
      unit
      direction
      minimum
      maximum
      description
    }
    defaultSplit {
      id
      slug
      name
    }
    splits {
      id
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<LeaderboardQuery, LeaderboardQueryVariables>;
export const RankingDocument = new TypedDocumentString(`
    query Ranking($ref: String!, $split: String, $ties: TieRule!, $direction: RankingDirection, $asOf: Date, $where: SubmissionWhere, $first: Int!, $after: String, $otherSplit: String, $withOther: Boolean!) {
  leaderboard(ref: $ref) {
    id
    ranking(
      split: $split
      ties: $ties
      direction: $direction
      asOf: $asOf
      where: $where
      first: $first
      after: $after
    ) {
      totalCount
      ties
      direction
      directionSaidBy
      pageInfo {
        ...PageEnd
      }
      nodes {
        rank
        overallRank
        tied
        score {
          id
          reported
          value
          uncertainty
        }
        submission {
          ...Method
          scores(leaderboard: $ref, split: $otherSplit) @include(if: $withOther) {
            id
            reported
            rank(ties: $ties, direction: $direction)
          }
        }
      }
    }
  }
}
    fragment Method on Submission {
  id
  slug
  label
  submittedOn
  described
  trainingScale
  testSetCleaning {
    kind
    basis
  }
  organisations {
    id
    slug
    name
  }
  lossFunctions {
    basis
    modified
    term
    lossFunction {
      id
      slug
      name
    }
  }
  backbones {
    basis
    modified
    term
    backbone {
      id
      slug
      name
    }
  }
  trainingDatasets {
    basis
    modified
    term
    sizeTerm
    trainingDataset {
      id
      slug
      name
    }
  }
}
fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<RankingQuery, RankingQueryVariables>;
export const RankingFacetsDocument = new TypedDocumentString(`
    query RankingFacets($ref: String!, $split: String, $direction: RankingDirection, $asOf: Date, $where: SubmissionWhere, $groupBy: [Grouping!]!) {
  leaderboard(ref: $ref) {
    id
    ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $where
      first: 0
    ) {
      totalCount
      facets(groupBy: $groupBy) {
        groupBy
        unknownCount
        groups {
          key
          label
          count
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RankingFacetsQuery, RankingFacetsQueryVariables>;
export const RankingBasesDocument = new TypedDocumentString(`
    query RankingBases($ref: String!, $split: String, $direction: RankingDirection, $asOf: Date, $stated: SubmissionWhere, $inherited: SubmissionWhere, $cited: SubmissionWhere, $vague: SubmissionWhere, $mentioned: SubmissionWhere, $none: SubmissionWhere) {
  leaderboard(ref: $ref) {
    id
    stated: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $stated
      first: 0
    ) {
      totalCount
    }
    inherited: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $inherited
      first: 0
    ) {
      totalCount
    }
    cited: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $cited
      first: 0
    ) {
      totalCount
    }
    vague: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $vague
      first: 0
    ) {
      totalCount
    }
    mentioned: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $mentioned
      first: 0
    ) {
      totalCount
    }
    none: ranking(
      split: $split
      direction: $direction
      asOf: $asOf
      where: $none
      first: 0
    ) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<RankingBasesQuery, RankingBasesQueryVariables>;
export const RecordsDocument = new TypedDocumentString(`
    query Records($ref: String!, $split: String, $direction: RankingDirection, $asOf: Date, $where: SubmissionWhere) {
  leaderboard(ref: $ref) {
    id
    stateOfTheArt(split: $split, direction: $direction, asOf: $asOf, where: $where) {
      heldFrom
      heldUntil
      heldDays
      improvement
      score {
        id
        reported
        value
      }
      submission {
        id
        slug
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($ref: String!, $split: String, $direction: RankingDirection, $where: SubmissionWhere, $first: Int!) {
  leaderboard(ref: $ref) {
    id
    ranking(split: $split, direction: $direction, where: $where, first: $first) {
      totalCount
      nodes {
        overallRank
        score {
          id
          reported
          value
        }
        submission {
          id
          slug
          label
          submittedOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
export const UnrankedDocument = new TypedDocumentString(`
    query Unranked($ref: String!, $split: String, $where: SubmissionWhere) {
  leaderboard(ref: $ref) {
    id
    unranked(split: $split, where: $where, first: 50) {
      totalCount
      nodes {
        id
        slug
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnrankedQuery, UnrankedQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int!, $kinds: [SearchKind!]) {
  search(text: $text, first: $first, kinds: $kinds) {
    totalCount
    nodes {
      matched
      matchedOn
      closeness
      node {
        __typename
        id
        ... on Leaderboard {
          slug
          name
        }
        ... on Benchmark {
          slug
          name
        }
        ... on Submission {
          slug
          label
        }
        ... on Organisation {
          slug
          name
        }
        ... on LossFunction {
          slug
          name
        }
        ... on Backbone {
          slug
          name
        }
        ... on TrainingDataset {
          slug
          name
        }
        ... on Paper {
          slug
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources {
  meta {
    dataVersion
    changedAt
    revision
    citeAs {
      text
    }
    sources {
      id
      slug
      title
      url
      description
      doesNotSay {
        topic
        statement
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const SubmissionDocument = new TypedDocumentString(`
    query Submission($ref: String!) {
  submission(ref: $ref) {
    id
    slug
    label
    name
    aliases
    submittedOn
    described
    trainingScale
    ensembleSize
    reportedBy
    summary
    benchmark {
      id
      slug
      name
    }
    organisations {
      id
      slug
      name
      nameKind
    }
    source {
      ...Place
    }
    descriptionSource {
      ...Place
    }
    scores {
      ...PlacedScore
      tied
      behindLeader
      uncertainty
      source {
        ...Place
      }
    }
    spreads {
      splitCount
      spread
      leaderboard {
        id
        slug
        name
      }
    }
    lossFunctions {
      basis
      modified
      term
      source {
        ...Place
      }
      inheritedFrom {
        id
        slug
        label
      }
      lossFunction {
        id
        slug
        name
      }
    }
    backbones {
      basis
      modified
      term
      source {
        ...Place
      }
      inheritedFrom {
        id
        slug
        label
      }
      backbone {
        id
        slug
        name
      }
    }
    trainingDatasets {
      basis
      modified
      term
      sizeTerm
      identities
      images
      source {
        ...Place
      }
      inheritedFrom {
        id
        slug
        label
      }
      trainingDataset {
        id
        slug
        name
      }
    }
    testSetCleaning {
      kind
      basis
      term
      source {
        ...Place
      }
      inheritedFrom {
        id
        slug
        label
      }
    }
    citedPapers {
      source {
        ...Place
      }
      paper {
        ...PaperLine
      }
    }
    variantOf {
      ...VariantLine
    }
    variants {
      ...VariantLine
    }
    citeAs {
      text
    }
    likelyDescriptions {
      reason
      submission {
        id
        slug
        label
      }
    }
  }
}
    fragment Place on SourceReference {
  line
  document {
    id
    slug
    title
    url
  }
}
fragment PlacedScore on Score {
  id
  reported
  value
  overallRank
  leaderboard {
    id
    slug
    name
  }
  split {
    id
    slug
    name
    isDefault
  }
}
fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}
fragment VariantLine on Variant {
  differences
  onlyDifference
  term
  source {
    ...Place
  }
  submission {
    id
    slug
    label
  }
}`) as unknown as TypedDocumentString<SubmissionQuery, SubmissionQueryVariables>;
export const SubmissionsDocument = new TypedDocumentString(`
    query Submissions($where: SubmissionWhere, $orderBy: SubmissionOrder, $first: Int!, $after: String) {
  submissions(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo {
      ...PageEnd
    }
    nodes {
      ...Method
      scores {
        ...PlacedScore
      }
    }
  }
}
    fragment Method on Submission {
  id
  slug
  label
  submittedOn
  described
  trainingScale
  testSetCleaning {
    kind
    basis
  }
  organisations {
    id
    slug
    name
  }
  lossFunctions {
    basis
    modified
    term
    lossFunction {
      id
      slug
      name
    }
  }
  backbones {
    basis
    modified
    term
    backbone {
      id
      slug
      name
    }
  }
  trainingDatasets {
    basis
    modified
    term
    sizeTerm
    trainingDataset {
      id
      slug
      name
    }
  }
}
fragment PlacedScore on Score {
  id
  reported
  value
  overallRank
  leaderboard {
    id
    slug
    name
  }
  split {
    id
    slug
    name
    isDefault
  }
}
fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<SubmissionsQuery, SubmissionsQueryVariables>;
export const SubmissionFacetsDocument = new TypedDocumentString(`
    query SubmissionFacets($where: SubmissionWhere, $groupBy: [Grouping!]!) {
  submissions(where: $where, first: 0) {
    totalCount
    facets(groupBy: $groupBy) {
      groupBy
      unknownCount
      groups {
        key
        label
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SubmissionFacetsQuery, SubmissionFacetsQueryVariables>;
export const SubmissionBasesDocument = new TypedDocumentString(`
    query SubmissionBases($stated: SubmissionWhere, $inherited: SubmissionWhere, $cited: SubmissionWhere, $vague: SubmissionWhere, $mentioned: SubmissionWhere, $none: SubmissionWhere) {
  stated: submissions(where: $stated, first: 0) {
    totalCount
  }
  inherited: submissions(where: $inherited, first: 0) {
    totalCount
  }
  cited: submissions(where: $cited, first: 0) {
    totalCount
  }
  vague: submissions(where: $vague, first: 0) {
    totalCount
  }
  mentioned: submissions(where: $mentioned, first: 0) {
    totalCount
  }
  none: submissions(where: $none, first: 0) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<SubmissionBasesQuery, SubmissionBasesQueryVariables>;
export const CompareDocument = new TypedDocumentString(`
    query Compare($refs: [String!]!, $direction: RankingDirection) {
  comparison(refs: $refs, direction: $direction) {
    submissions {
      ...Method
      summary
      ensembleSize
      reportedBy
      testSetCleaning {
        kind
        basis
        term
      }
      variantOf {
        ...VariantLine
      }
    }
    results {
      direction
      spread
      leaderboard {
        id
        slug
        name
        metric {
          id
          unit
        }
      }
      split {
        id
        slug
        name
      }
      cells {
        reported
        overallRank
        best
        submission {
          id
        }
      }
    }
  }
}
    fragment Method on Submission {
  id
  slug
  label
  submittedOn
  described
  trainingScale
  testSetCleaning {
    kind
    basis
  }
  organisations {
    id
    slug
    name
  }
  lossFunctions {
    basis
    modified
    term
    lossFunction {
      id
      slug
      name
    }
  }
  backbones {
    basis
    modified
    term
    backbone {
      id
      slug
      name
    }
  }
  trainingDatasets {
    basis
    modified
    term
    sizeTerm
    trainingDataset {
      id
      slug
      name
    }
  }
}
fragment Place on SourceReference {
  line
  document {
    id
    slug
    title
    url
  }
}
fragment VariantLine on Variant {
  differences
  onlyDifference
  term
  source {
    ...Place
  }
  submission {
    id
    slug
    label
  }
}`) as unknown as TypedDocumentString<CompareQuery, CompareQueryVariables>;
export const ComparisonTableDocument = new TypedDocumentString(`
    query ComparisonTable($refs: [String!]!, $format: TableFormat!) {
  comparison(refs: $refs) {
    table(format: $format) {
      text
    }
  }
}
    `) as unknown as TypedDocumentString<ComparisonTableQuery, ComparisonTableQueryVariables>;
export const FamiliesDocument = new TypedDocumentString(`
    query Families($first: Int!) {
  lossFunctions(first: $first) {
    nodes {
      id
      slug
      isFamily
      family {
        id
        slug
      }
    }
  }
  backbones(first: $first) {
    nodes {
      id
      slug
      isFamily
      family {
        id
        slug
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FamiliesQuery, FamiliesQueryVariables>;
export const LossesDocument = new TypedDocumentString(`
    query Losses($first: Int!) {
  lossFunctions(first: $first) {
    totalCount
    nodes {
      id
      slug
      name
      description
      isFamily
      parent {
        id
      }
      submissions {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LossesQuery, LossesQueryVariables>;
export const BackbonesDocument = new TypedDocumentString(`
    query Backbones($first: Int!) {
  backbones(first: $first) {
    totalCount
    nodes {
      id
      slug
      name
      description
      isFamily
      parent {
        id
      }
      submissions {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BackbonesQuery, BackbonesQueryVariables>;
export const OrganisationsDocument = new TypedDocumentString(`
    query Organisations($where: OrganisationWhere, $first: Int!, $after: String) {
  organisations(
    where: $where
    orderBy: {field: SUBMISSIONS, direction: DESC}
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      ...PageEnd
    }
    nodes {
      id
      slug
      name
      nameKind
      submissions {
        totalCount
      }
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<OrganisationsQuery, OrganisationsQueryVariables>;
export const DatasetsDocument = new TypedDocumentString(`
    query Datasets($where: TrainingDatasetWhere, $first: Int!, $after: String) {
  trainingDatasets(
    where: $where
    orderBy: {field: SUBMISSIONS, direction: DESC}
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      ...PageEnd
    }
    nodes {
      id
      slug
      name
      description
      submissions {
        totalCount
      }
    }
  }
}
    fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<DatasetsQuery, DatasetsQueryVariables>;
export const PapersDocument = new TypedDocumentString(`
    query Papers($where: PaperWhere, $first: Int!, $after: String) {
  papers(
    where: $where
    orderBy: {field: CITATIONS, direction: DESC}
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      ...PageEnd
    }
    nodes {
      ...PaperLine
      citedBy {
        totalCount
      }
    }
  }
}
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}
fragment PageEnd on PageInfo {
  hasNextPage
  endCursor
}`) as unknown as TypedDocumentString<PapersQuery, PapersQueryVariables>;
export const LossDocument = new TypedDocumentString(`
    query Loss($ref: String!) {
  lossFunction(ref: $ref) {
    id
    slug
    name
    aliases
    description
    isFamily
    introducedBy {
      ...PaperLine
    }
    ancestors {
      id
      slug
      name
    }
    children {
      id
      slug
      name
      submissions {
        totalCount
      }
    }
    organisations(first: 50, orderBy: {field: SUBMISSIONS, direction: DESC}) {
      totalCount
      nodes {
        id
        slug
        name
      }
    }
  }
}
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}`) as unknown as TypedDocumentString<LossQuery, LossQueryVariables>;
export const BackboneDocument = new TypedDocumentString(`
    query Backbone($ref: String!) {
  backbone(ref: $ref) {
    id
    slug
    name
    aliases
    description
    isFamily
    introducedBy {
      ...PaperLine
    }
    ancestors {
      id
      slug
      name
    }
    children {
      id
      slug
      name
      submissions {
        totalCount
      }
    }
    organisations(first: 50, orderBy: {field: SUBMISSIONS, direction: DESC}) {
      totalCount
      nodes {
        id
        slug
        name
      }
    }
  }
}
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}`) as unknown as TypedDocumentString<BackboneQuery, BackboneQueryVariables>;
export const DatasetDocument = new TypedDocumentString(`
    query Dataset($ref: String!) {
  trainingDataset(ref: $ref) {
    id
    slug
    name
    aliases
    description
    introducedBy {
      ...PaperLine
    }
    organisations(first: 50, orderBy: {field: SUBMISSIONS, direction: DESC}) {
      totalCount
      nodes {
        id
        slug
        name
      }
    }
  }
}
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}`) as unknown as TypedDocumentString<DatasetQuery, DatasetQueryVariables>;
export const OrganisationDocument = new TypedDocumentString(`
    query Organisation($ref: String!) {
  organisation(ref: $ref) {
    id
    slug
    name
    nameKind
    aliases
    lossFunctions(first: 50) {
      nodes {
        id
        slug
        name
      }
    }
    backbones(first: 50) {
      nodes {
        id
        slug
        name
      }
    }
    trainingDatasets(first: 50) {
      nodes {
        id
        slug
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganisationQuery, OrganisationQueryVariables>;
export const PaperDocument = new TypedDocumentString(`
    query Paper($ref: String!) {
  paper(ref: $ref) {
    ...PaperLine
    doi
    arxivId
    url
    aliases
    citeAs {
      text
      references {
        text
      }
    }
    introducedLossFunctions {
      nodes {
        id
        slug
        name
      }
    }
    introducedBackbones {
      nodes {
        id
        slug
        name
      }
    }
    introducedTrainingDatasets {
      nodes {
        id
        slug
        name
      }
    }
  }
}
    fragment PaperLine on Paper {
  id
  slug
  title
  authors
  year
  venue
}`) as unknown as TypedDocumentString<PaperQuery, PaperQueryVariables>;