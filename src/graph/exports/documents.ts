import { parse } from "graphql";

const RANKED = `$leaderboard: String!, $split: String, $where: SubmissionWhere, $asOf: Date,
  $direction: RankingDirection, $ties: TieRule! = COMPETITION, $first: Int`;
const RANKING = `leaderboard(ref: $leaderboard) { ranking(split: $split, where: $where, asOf: $asOf,
  direction: $direction, ties: $ties, first: $first)`;

const LISTED = "$where: SubmissionWhere, $orderBy: SubmissionOrder, $first: Int";
const SUBMISSIONS = "submissions(where: $where, orderBy: $orderBy, first: $first)";

const TABLE = `$format: TableFormat!, $values: [TableValueColumn!], $basis: [Basis!], $caption: String,
  $label: String, $guardFormulas: Boolean! = true`;
const WRITTEN = `{ table(format: $format, columns: $columns, values: $values, basis: $basis, caption: $caption,
  label: $label, guardFormulas: $guardFormulas) { text } }`;

const CITED = "$format: BibliographyFormat!, $papers: [PaperRole!]! = [CITED]";
const BIBLIOGRAPHY = "{ bibliography(format: $format, papers: $papers) { text } }";

const FIGURE = `$format: FigureFormat!, $width: Float! = 85, $theme: FigureTheme! = LIGHT, $title: String,
  $dpi: Int! = 300`;
const DRAWN = "format: $format, width: $width, theme: $theme, title: $title, dpi: $dpi";
const SELECTED =
  "$leaderboard: String!, $split: String, $where: SubmissionWhere, $direction: RankingDirection";

/** The queries that files stand for: their variables are the parameters of the addresses. */
export const documents = {
  rankingTable: parse(`query (${RANKED}, ${TABLE}, $columns: [RankingColumn!]) { ${RANKING} ${WRITTEN} } }`),
  rankingPapers: parse(`query (${RANKED}, ${CITED}) { ${RANKING} ${BIBLIOGRAPHY} } }`),
  submissionTable: parse(
    `query (${LISTED}, ${TABLE}, $columns: [SubmissionColumn!]) { ${SUBMISSIONS} ${WRITTEN} }`,
  ),
  submissionPapers: parse(`query (${LISTED}, ${CITED}) { ${SUBMISSIONS} ${BIBLIOGRAPHY} }`),
  recordFigure: parse(`query (${SELECTED}, $asOf: Date, ${FIGURE}) { leaderboard(ref: $leaderboard) {
    stateOfTheArtFigure(split: $split, where: $where, asOf: $asOf, direction: $direction, ${DRAWN}) { text data } } }`),
  rankingFigure:
    parse(`query (${SELECTED}, $asOf: Date, $ties: TieRule! = COMPETITION, $first: Int! = 20, ${FIGURE}) {
    ${RANKING} { figure(${DRAWN}) { text data } } } }`),
  groupFigure: parse(`query (${SELECTED}, $asOf: Date, $groupBy: Grouping!, $first: Int! = 20, ${FIGURE}) {
    leaderboard(ref: $leaderboard) { statistics(groupBy: $groupBy, split: $split, where: $where, asOf: $asOf,
      direction: $direction, first: $first) { figure(${DRAWN}) { text data } } } }`),
  changeFigure: parse(`query (${SELECTED}, $otherLeaderboard: String, $otherSplit: String,
    $otherDirection: RankingDirection, $ties: TieRule! = COMPETITION, $kind: RankChangeFigure! = SLOPES,
    $first: Int! = 25, ${FIGURE}) {
    leaderboard(ref: $leaderboard) { rankChanges(split: $split, where: $where, direction: $direction,
      otherLeaderboard: $otherLeaderboard, otherSplit: $otherSplit, otherDirection: $otherDirection, ties: $ties,
      first: $first) { figure(kind: $kind, ${DRAWN}) { text data } } } }`),
  papers: parse(`query ($where: PaperWhere, $orderBy: PaperOrder, $first: Int, $format: BibliographyFormat!) {
    papers(where: $where, orderBy: $orderBy, first: $first) { bibliography(format: $format) { text } } }`),
};
