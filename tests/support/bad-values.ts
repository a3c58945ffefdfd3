import { type BadValue, LOSS, RANKING, SUBMISSIONS, WHERE } from "./bad-requests";

/** Texts that are no days. */
export const dates: BadValue[] = [
  "2016-02-30",
  "12/31/2016",
  "",
  "0999-12-31",
  "2016-1-1",
  "tomorrow",
].flatMap((value) => [
  {
    query: WHERE("submittedOn: { gt: $v }"),
    value,
    type: "Date",
    argument: "where.submittedOn.gt",
    variable: "$v",
    message: /YYYY-MM-DD/,
  },
  {
    query: RANKING("asOf: $v"),
    value,
    type: "Date",
    argument: "asOf",
    variable: "$v",
    message: /YYYY-MM-DD/,
  },
]);
dates.push({
  query: RANKING("asOf: $v"),
  value: 20161231,
  type: "Date",
  argument: "asOf",
  variable: "$v",
  message: /YYYY-MM-DD/,
});
dates.push({
  query: RANKING("asOf: $v"),
  value: ["2016-01-01"],
  type: "Date",
  argument: "asOf",
  variable: "$v",
  message: /YYYY-MM-DD/,
});

/** Sizes that no page can have. */
export const sizes: BadValue[] = ["first", "last"].flatMap((argument) => [
  {
    query: SUBMISSIONS(`${argument}: $v`),
    value: -1,
    type: "Int",
    argument,
    message: /-1 is negative.*0 to 500/,
  },
  { query: RANKING(`${argument}: $v`), value: 501, type: "Int", argument, message: /at most 500/ },
  { query: SUBMISSIONS(`${argument}: $v`), value: 2147483647, type: "Int", argument, message: /at most 500/ },
  {
    query: SUBMISSIONS(`${argument}: $v`),
    value: 2147483648,
    type: "Int",
    argument,
    variable: "$v",
    message: /non 32-bit signed integer/,
  },
  {
    query: SUBMISSIONS(`${argument}: $v`),
    value: 1.5,
    type: "Int",
    argument,
    variable: "$v",
    message: /Int cannot represent/,
  },
  {
    query: SUBMISSIONS(`${argument}: $v`),
    value: "5",
    type: "Int",
    argument,
    variable: "$v",
    message: /Int cannot represent/,
  },
]);
sizes.push({
  query: SUBMISSIONS("first: 1, last: $v"),
  value: 1,
  type: "Int",
  argument: "last",
  message: /`first` and `last`.*Keep one/,
});

/** Texts that no argument takes, and too long or short ones. */
export const texts: BadValue[] = [
  [LOSS, "ref"],
  [WHERE("name: { contains: $v }"), "where.name.contains"],
  ["search(text: $v) { totalCount }", "text"],
  [SUBMISSIONS("after: $v"), "after"],
].flatMap(([query, argument]) => [
  {
    query,
    argument,
    value: "a\0b",
    type: "String!",
    variable: "$v",
    message: /NUL character at position 1; leave it out/,
  },
  {
    query,
    argument,
    value: "x".repeat(100_000),
    type: "String!",
    variable: "$v",
    message: /100000 characters long; at most (1|24)000 are/,
  },
]);
texts.push(
  {
    query: "search(text: $v) { totalCount }",
    value: "",
    type: "String!",
    argument: "text",
    message: /empty\. Give at least one letter/,
  },
  {
    query: "search(text: $v) { totalCount }",
    value: "x".repeat(201),
    type: "String!",
    argument: "text",
    message: /at most 200/,
  },
  {
    query: 'search(text: "x" kinds: $v) { totalCount }',
    value: [],
    type: "[SearchKind!]",
    argument: "kinds",
    message: /empty\. Leave it out/,
  },
);

/** Filters and orders that cannot be followed. */
export const filters: BadValue[] = [
  {
    query: WHERE("score: { gt: $v }"),
    value: 70,
    type: "Float",
    argument: "where.score",
    message: /must name its `leaderboard`/,
  },
  {
    query: WHERE("or: [{ not: { score: { gt: $v } } }]"),
    value: 70,
    type: "Float",
    argument: "where.or[0].not.score",
    message: /must name its `leaderboard`/,
  },
  {
    query: WHERE("testSetCleaning: { is: $v }"),
    value: { text: "UNKNOWN" },
    argument: "where.testSetCleaning.is",
    message: /`known: false`/,
  },
  {
    query: SUBMISSIONS("orderBy: { field: $v }"),
    value: { text: "SCORE" },
    argument: "orderBy.leaderboard",
    message: /required to order by SCORE/,
  },
  {
    query: RANKING("where: { score: { gt: $v } }"),
    value: { text: "1e400" },
    argument: "where.score.gt",
    message: /too large/,
  },
  {
    query: WHERE("ensembleSize: { gt: $v }"),
    value: 2147483648,
    type: "Int",
    argument: "where.ensembleSize.gt",
    variable: "$v",
    message: /non 32-bit signed integer/,
  },
  {
    query: RANKING("where: { score: { gt: $v } }"),
    value: "70",
    type: "Float",
    argument: "where.score.gt",
    variable: "$v",
    message: /Float cannot represent non numeric/,
  },
  {
    query: RANKING("ties: $v"),
    value: { text: "SPORTS" },
    argument: "ties",
    message: /"SPORTS" does not exist in "TieRule"/,
  },
];
