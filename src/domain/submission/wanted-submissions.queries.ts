import { join, raw, type Sql, sql } from "../../db/sql";
import { said, staged } from "../../db/staged-records";

/** The staged submissions `x` with their benchmarks `b`, their documents `d`, and their rows `t` where they have one. */
const from = sql`
  FROM ${staged("submissions")} AS x JOIN benchmark b ON b.slug = ${said("benchmark")}
  JOIN source d ON d.slug = x.record#>>'{source,document}' LEFT JOIN submission t ON t.slug = x.slug
  CROSS JOIN LATERAL (SELECT x.partial AND t.id IS NOT NULL AND t.source_id <> d.id AS another) AS document`;

/** What a document adds to what another one said of a submission, and does not change: columns and their properties. */
const VALUES = {
  submitted_on: { property: "submittedOn", value: sql`(${said("submittedOn")})::date` },
  training_scale: { property: "trainingScale", value: said("trainingScale") },
  summary: { property: "summary", value: raw("x.record#>>'{description,summary}'") },
  ensemble_size: {
    property: "ensembleSize",
    value: raw("(x.record#>>'{description,ensembleSize}')::integer"),
  },
  reported_by: { property: "reportedBy", value: said("reportedBy") },
};

const filled = (column: string, value: Sql) =>
  sql`CASE WHEN another THEN coalesce(t.${raw(column)}, ${value}) ELSE ${value} END`;

/** Columns about the document in which a submission was first read, which stays the same one. */
const ofDocument = (column: string, value: Sql) =>
  sql`CASE WHEN another THEN t.${raw(column)} ELSE ${value} END`;

/** What a text is after this import; NULL in a partial record says nothing. */
const text = (column: string, property: string) => sql`
  CASE WHEN another THEN coalesce(t.${raw(column)}, ${said(property)})
    WHEN x.partial THEN coalesce(${said(property)}, t.${raw(column)}) ELSE ${said(property)} END`;

/** The columns of a submission, in the order of `wantedSubmissions`. */
export const submissionColumns = [
  ...["slug", "name", "name_key", "label", "benchmark_id", "described"],
  ...Object.keys(VALUES),
  ...["description_line", "source_id", "source_line", "source_column"],
];

/** SELECT of the rows of the staged submissions. */
export const wantedSubmissions: Sql = sql`
  SELECT x.slug, ${text("name", "name")}, ${text("name_key", "nameKey")},
    coalesce(${text("name", "name")}, ${text("label", "label")}, x.slug), ${ofDocument("benchmark_id", raw("b.id"))},
    x.record ? 'description' OR (x.partial AND coalesce(t.described, false)),
    ${join(Object.entries(VALUES).map(([column, { value }]) => filled(column, value)))},
    ${ofDocument("description_line", raw("(x.record#>>'{description,line}')::integer"))},
    ${ofDocument("source_id", raw("d.id"))},
    ${ofDocument("source_line", raw("(x.record#>>'{source,line}')::integer"))},
    ${ofDocument("source_column", raw("(x.record#>>'{source,column}')::integer"))}, x.partial, x.ordinal
  ${from}`;

/** SELECT of warnings: what another document says of the same submission stays, for a person to judge. */
export const contradictedSubmissions: Sql = sql`
  SELECT format('%s says %s "%s" of "%s"; "%s" was left out.', first.slug, what, kept, x.slug, said) AS message,
    x.file, x.line, x.col, x.ordinal
  ${from} JOIN source first ON first.id = t.source_id
  CROSS JOIN LATERAL (VALUES ('name', t.name, ${said("name")}), ${join(
    Object.entries(VALUES).map(
      ([column, { property, value }]) =>
        sql`(${raw(`'${property}'`)}, t.${raw(column)}::text, (${value})::text)`,
    ),
  )}) AS value(what, kept, said)
  WHERE another AND kept <> said`;
