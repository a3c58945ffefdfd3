import type { Json } from "./workload";

/** Everything that a submission is linked with, but for its scores, asked of our service. */
export const OUR_LINKS = `
  slug name submittedOn trainingScale
  benchmark { slug name }
  source { line document { slug title } }
  organisations { slug name }
  lossFunctions { basis modified term lossFunction { slug name } }
  backbones { basis modified term backbone { slug name } }
  trainingDatasets { basis identities images trainingDataset { slug name } }
  testSetCleaning { kind basis }
  citedPapers { paper { slug title year } }`;

/** The same, asked of PostGraphile. */
export const PEER_LINKS = `
  slug name submittedOn trainingScale
  benchmarkByBenchmarkId { slug name }
  sourceLine sourceBySourceId { slug title }
  submissionOrganisationsBySubmissionId { nodes { organisationByOrganisationId { slug name } } }
  lossFunctionClaimsBySubmissionId { nodes { basis modified term lossFunctionByLossFunctionId { slug name } } }
  backboneClaimsBySubmissionId { nodes { basis modified term backboneByBackboneId { slug name } } }
  trainingDatasetClaimsBySubmissionId {
    nodes { basis identities images trainingDatasetByTrainingDatasetId { slug name } }
  }
  testSetCleaningBySubmissionId { kind basis }
  citationsBySubmissionId { nodes { paperByPaperId { slug title year } } }`;

const named = (thing: string, id: string, title = "name") =>
  `(SELECT json_build_object('slug', t.slug, '${title}', t.${title}) FROM ${thing} t WHERE t.id = ${id})`;

const listed = (item: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]') FROM ${from} = s.id)`;

const claims = (kind: string, name: string, columns: string) =>
  listed(
    `json_build_object(${columns}, '${name}',
      CASE WHEN t.id IS NOT NULL THEN json_build_object('slug', t.slug, 'name', t.name) END)`,
    `${kind}_claim c LEFT JOIN ${kind} t ON t.id = c.${kind}_id WHERE c.submission_id`,
    "c.position",
  );

const SAID = "'basis', c.basis, 'modified', c.modified, 'term', c.term";

/** The same as arguments of json_build_object, for the submission `s`. */
export const FLOOR_LINKS = `
  'slug', s.slug, 'name', s.name, 'submittedOn', s.submitted_on, 'trainingScale', s.training_scale,
  'benchmark', ${named("benchmark", "s.benchmark_id")},
  'source', json_build_object('line', s.source_line, 'document', ${named("source", "s.source_id", "title")}),
  'organisations', ${listed(
    "json_build_object('slug', t.slug, 'name', t.name)",
    "submission_organisation l JOIN organisation t ON t.id = l.organisation_id WHERE l.submission_id",
    "l.position",
  )},
  'lossFunctions', ${claims("loss_function", "lossFunction", SAID)},
  'backbones', ${claims("backbone", "backbone", SAID)},
  'trainingDatasets', ${claims(
    "training_dataset",
    "trainingDataset",
    "'basis', c.basis, 'identities', c.identities, 'images', c.images",
  )},
  'testSetCleaning', coalesce(
    (SELECT json_build_object('kind', c.kind, 'basis', c.basis) FROM test_set_cleaning c WHERE c.submission_id = s.id),
    json_build_object('kind', 'UNKNOWN', 'basis', NULL)),
  'citedPapers', ${listed(
    "json_build_object('paper', json_build_object('slug', t.slug, 'title', t.title, 'year', t.year))",
    "citation l JOIN paper t ON t.id = l.paper_id WHERE l.submission_id",
    "l.position",
  )}`;

/** PostGraphile's answer in the common shape: other names, and large numbers that come as text. */
export function peerLinks(row: Json): Json {
  return {
    slug: row.slug,
    name: row.name,
    submittedOn: row.submittedOn,
    trainingScale: row.trainingScale,
    benchmark: row.benchmarkByBenchmarkId,
    source: { line: row.sourceLine, document: row.sourceBySourceId },
    organisations: row.submissionOrganisationsBySubmissionId.nodes.map(
      (link: Json) => link.organisationByOrganisationId,
    ),
    lossFunctions: row.lossFunctionClaimsBySubmissionId.nodes.map(
      ({ lossFunctionByLossFunctionId: lossFunction, ...claim }: Json) => ({ ...claim, lossFunction }),
    ),
    backbones: row.backboneClaimsBySubmissionId.nodes.map(
      ({ backboneByBackboneId: backbone, ...claim }: Json) => ({
        ...claim,
        backbone,
      }),
    ),
    trainingDatasets: row.trainingDatasetClaimsBySubmissionId.nodes.map((claim: Json) => ({
      basis: claim.basis,
      identities: Number(claim.identities),
      images: Number(claim.images),
      trainingDataset: claim.trainingDatasetByTrainingDatasetId,
    })),
    testSetCleaning: row.testSetCleaningBySubmissionId ?? { kind: "UNKNOWN", basis: null },
    citedPapers: row.citationsBySubmissionId.nodes.map((link: Json) => ({ paper: link.paperByPaperId })),
  };
}
