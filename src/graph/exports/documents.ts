import { parse } from "graphql";

const RANKED = `$leaderboard: String!, $split: String, $where: SubmissionWhere, $asOf: Date,
  $direction: RankingDirection, $ties: TieRule! = COMPETITION, $first: Int`;
const RANKING = `leaderboard(ref: $leaderboard) { ranking(split: $split, where: $where, asOf: $asOf,
  direction: $direction, ties: $ties, first: $first)`;

const STATISTICS = `leaderboard(ref: $leaderboard) { statistics(groupBy: $groupBy, split: $split, where: $where,
  asOf: $asOf, direction: $direction, first: $first)`;
const COMPARED = "$refs: [String!]!, $direction: RankingDirection";

const LISTED = "$where: SubmissionWhere, $orderBy: SubmissionOrder, $first: Int";
const SUBMISSIONS = "submissions(where: $where, orderBy: $orderBy, first: $first)";

const TABLE = `$format: TableFormat!, $values: [TableValueColumn!], $basis: [Basis!], $caption: String,
  $label: String, $guardFormulas: Boolean! = true`;
const WRITTEN = `{ table(format: $format, columns: $columns, values: $values, basis: $basis, caption: $caption,
  label: $label, guardFormulas: $guardFormulas) { text } }`;

const CITED = "$format: BibliographyFormat!, $papers: [PaperRole!]! = [CITED]";
const BIBLIOGRAPHY = "{ bibliography(format: $format, papers: $papers) { text } }";

/** The queries that files stand for: their variables are the parameters of the addresses. */
export const documents = {
  rankingTable: parse(`query (${RANKED}, ${TABLE}, $columns: [RankingColumn!]) { ${RANKING} ${WRITTEN} } }`),
  rankingPapers: parse(`query (${RANKED}, ${CITED}) { ${RANKING} ${BIBLIOGRAPHY} } }`),
  statisticsTable:
    parse(`query ($leaderboard: String!, $groupBy: Grouping!, $split: String, $where: SubmissionWhere,
    $asOf: Date, $direction: RankingDirection, $first: Int, $format: TableFormat!, $columns: [StatisticsColumn!],
    $decimals: Int! = 2, $caption: String, $label: String, $guardFormulas: Boolean! = true) { ${STATISTICS} {
    table(format: $format, columns: $columns, decimals: $decimals, caption: $caption, label: $label,
      guardFormulas: $guardFormulas) { text } } } }`),
  comparisonTable:
    parse(`query (${COMPARED}, $format: TableFormat!, $columns: [ComparisonColumn!], $basis: [Basis!],
    $caption: String, $label: String, $guardFormulas: Boolean! = true) {
    comparison(refs: $refs, direction: $direction) { table(format: $format, columns: $columns, basis: $basis,
      caption: $caption, label: $label, guardFormulas: $guardFormulas) { text } } }`),
  submissionTable: parse(
    `query (${LISTED}, ${TABLE}, $columns: [SubmissionColumn!]) { ${SUBMISSIONS} ${WRITTEN} }`,
  ),
  submissionPapers: parse(`query (${LISTED}, ${CITED}) { ${SUBMISSIONS} ${BIBLIOGRAPHY} }`),
  papers: parse(`query ($where: PaperWhere, $orderBy: PaperOrder, $first: Int, $format: BibliographyFormat!) {
    papers(where: $where, orderBy: $orderBy, first: $first) { bibliography(format: $format) { text } } }`),
};
