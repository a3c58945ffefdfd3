import { join, raw, type Sql, sql } from "../../db/sql";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { factsOf, joinAliases, joinList, PLACE } from "./parts.queries";

const ORGANISATIONS = sql`
  SELECT l.submission_id, json_agg(o.slug ORDER BY l.position, o.id) AS list
  FROM submission_organisation l JOIN organisation o ON o.id = l.organisation_id`;

/** What submissions claim of one kind of thing, without what they inherit, which follows from the rest. */
function claims(kind: ClaimedKind, name: string, more = ""): Sql {
  const { table, column } = claimTables[kind];
  const thing = table.replace(/_claim$/, "");
  return sql`
    SELECT x.submission_id, json_agg(json_build_object('${raw(name)}', thing.slug, 'basis', x.basis,
      'modified', nullif(x.modified, false), 'term', x.term, ${raw(more)} ${PLACE}) ORDER BY x.position, x.id) AS list
    ${factsOf(table)} LEFT JOIN ${raw(thing)} thing ON thing.id = x.${raw(column)}
    WHERE x.inherited_from_id IS NULL`;
}

const CITATIONS = sql`
  SELECT x.submission_id,
    json_agg(json_build_object('paper', p.slug, ${PLACE}) ORDER BY x.position, x.id) AS list
  ${factsOf("citation")} JOIN paper p ON p.id = x.paper_id`;

/** The order of variants decides which of several bases is inherited from. */
const VARIANTS = sql`
  SELECT x.submission_id, json_agg(json_build_object('submission', base.slug,
    'onlyDifference', x.only_difference, 'differences', nullif(x.differences, '{}'), 'term', x.term, ${PLACE})
    ORDER BY x.position, x.id) AS list
  ${factsOf("variant")} JOIN submission base ON base.id = x.base_id`;

const LIKELY = sql`
  SELECT x.submission_id,
    json_agg(json_build_object('submission', other.slug, 'reason', x.reason) ORDER BY x.position, x.id) AS list
  FROM likely_description x JOIN submission other ON other.id = x.description_id`;

const CLEANING = sql`LEFT JOIN (
  SELECT x.submission_id, json_build_object('kind', x.kind, 'term', x.term, ${PLACE}) AS cleaning
  ${factsOf("test_set_cleaning")} WHERE x.inherited_from_id IS NULL
) cleaned ON cleaned.submission_id = t.id`;

/** Submissions with all that is said of them. */
export const submissionRows: Sql = sql`
  SELECT t.slug, t.name, CASE WHEN t.name IS NULL THEN t.label END AS label, alias.texts AS aliases,
    b.slug AS benchmark, organisations.list AS organisations, t.submitted_on AS "submittedOn",
    t.training_scale AS "trainingScale", t.reported_by AS "reportedBy",
    json_build_object('document', source.slug, 'line', t.source_line, 'column', t.source_column) AS source,
    CASE WHEN t.described THEN json_build_object('line', t.description_line, 'summary', t.summary,
      'ensembleSize', t.ensemble_size) END AS description,
    cleaned.cleaning AS "testSetCleaning", losses.list AS "lossFunctions", backbones.list AS backbones,
    datasets.list AS "trainingDatasets", citations.list AS citations, variants.list AS "variantOf",
    likely.list AS "likelyDescriptions"
  FROM submission t JOIN benchmark b ON b.id = t.benchmark_id JOIN source ON source.id = t.source_id
  ${joinAliases("submission")} ${CLEANING}
  ${join(
    [
      joinList("organisations", ORGANISATIONS),
      joinList("losses", claims("LossFunction", "lossFunction")),
      joinList("backbones", claims("Backbone", "backbone")),
      joinList(
        "datasets",
        claims(
          "TrainingDataset",
          "trainingDataset",
          `'identities', x.identities, 'images', x.images, 'sizeTerm', x.size_term,`,
        ),
      ),
      joinList("citations", CITATIONS),
      joinList("variants", VARIANTS),
      joinList("likely", LIKELY),
    ],
    "\n",
  )}
  ORDER BY t.slug COLLATE "C"`;
