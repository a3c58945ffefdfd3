import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { backboneResolvers } from "../domain/backbone/backbone.resolver";
import { benchmarkResolvers } from "../domain/benchmark/benchmark.resolver";
import { bibliographyResolvers } from "../domain/bibliography/bibliography.resolver";
import { citeAsResolvers } from "../domain/bibliography/cite-as.resolver";
import { claimResolvers } from "../domain/claim/claim.resolver";
import { comparisonResolvers } from "../domain/comparison/comparison.resolver";
import { figureResolvers } from "../domain/figure/figure.resolver";
import { importResolvers } from "../domain/import/import.resolver";
import { leaderboardResolvers } from "../domain/leaderboard/leaderboard.resolver";
import { lossFunctionResolvers } from "../domain/loss-function/loss-function.resolver";
import { MetaResolver } from "../domain/meta/meta.resolver";
import { NodeResolver } from "../domain/node/node.resolver";
import { organisationResolvers } from "../domain/organisation/organisation.resolver";
import { paperResolvers } from "../domain/paper/paper.resolver";
import { directionResolver } from "../domain/ranking/direction.resolver";
import {
  LeaderboardRankChangesResolver,
  OtherDirectionResolver,
  RankChangeResolver,
} from "../domain/ranking/rank-change.resolver";
import { RankChangeConnection } from "../domain/ranking/rank-change.types";
import {
  LeaderboardRankingResolver,
  RankingConnectionResolver,
  RankingEntryResolver,
} from "../domain/ranking/ranking.resolver";
import { RankingConnection } from "../domain/ranking/ranking.types";
import { ScoreResolver } from "../domain/score/score.resolver";
import { SplitSpreadResolver, SubmissionSpreadResolver } from "../domain/score/spread.resolver";
import { SearchResolver } from "../domain/search/search.resolver";
import {
  SourcedResolver,
  SourceGapResolver,
  SourceReferenceResolver,
  SourceResolver,
} from "../domain/source/source.resolver";
import {
  LeaderboardStateOfTheArtResolver,
  StateOfTheArtRecordResolver,
} from "../domain/state-of-the-art/state-of-the-art.resolver";
import {
  LeaderboardStatisticsResolver,
  StatisticsGroupResolver,
} from "../domain/statistics/statistics.resolver";
import { StatisticsConnection } from "../domain/statistics/statistics.types";
import { submissionResolvers } from "../domain/submission/submission.resolver";
import { tableResolvers } from "../domain/table/table.resolver";
import { trainingDatasetResolvers } from "../domain/training-dataset/training-dataset.resolver";
import { BibliographyTextResolver } from "./bibliography-text.resolver";
import { describeCosts } from "./describe-costs";
import { FigureTextResolver } from "./figure-text.resolver";
import { resolveDirectly } from "./lean-resolvers";
import { TableTextResolver } from "./table-text.resolver";

const resolvers = [
  NodeResolver,
  MetaResolver,
  SearchResolver,
  ...benchmarkResolvers,
  ...leaderboardResolvers,
  LeaderboardRankingResolver,
  RankingConnectionResolver,
  RankingEntryResolver,
  LeaderboardRankChangesResolver,
  RankChangeResolver,
  OtherDirectionResolver,
  ...[RankingConnection, StatisticsConnection, RankChangeConnection].map(directionResolver),
  LeaderboardStatisticsResolver,
  StatisticsGroupResolver,
  LeaderboardStateOfTheArtResolver,
  StateOfTheArtRecordResolver,
  ...submissionResolvers,
  ...claimResolvers,
  ScoreResolver,
  SubmissionSpreadResolver,
  SplitSpreadResolver,
  ...comparisonResolvers,
  ...organisationResolvers,
  ...lossFunctionResolvers,
  ...backboneResolvers,
  ...trainingDatasetResolvers,
  ...paperResolvers,
  SourcedResolver,
  SourceReferenceResolver,
  SourceResolver,
  SourceGapResolver,
  ...importResolvers,
  ...tableResolvers,
  TableTextResolver,
  ...bibliographyResolvers,
  ...citeAsResolvers,
  BibliographyTextResolver,
  ...figureResolvers,
  FigureTextResolver,
];

/** Assembles the domains into the one schema. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<typeof NodeResolver>,
    validate: false,
  });
  resolveDirectly(schema, resolvers);
  return describeCosts(schema);
}
