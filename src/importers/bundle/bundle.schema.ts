import {
  ARXIV_ID,
  CELL,
  COUNT,
  DAY,
  DECIMAL,
  DOI,
  listOf,
  NUMBER,
  POSITION,
  record,
  SLUG,
  TEXT,
  TEXTS,
  URL,
} from "./value-schemas";

const BASIS = { enum: ["STATED", "CITED", "VAGUE", "MENTIONED"] };

/** Where a part of a submission stands, if not where the submission does. */
const PLACE = { document: SLUG, line: NUMBER, column: NUMBER };

const thing = { slug: SLUG, name: TEXT, aliases: TEXTS, introducedBy: SLUG, description: TEXT };
const treeThing = record(["slug", "name"], { ...thing, parent: SLUG, family: { type: "boolean" } });

const claim = (name: string, more: object = {}) =>
  listOf(
    record(["basis"], {
      [name]: SLUG,
      basis: BASIS,
      modified: { type: "boolean" },
      term: TEXT,
      ...more,
      ...PLACE,
    }),
  );

/** JSON Schema of one record of each section of a bundle. */
export const sectionSchemas = {
  sources: record(["slug", "title"], {
    slug: SLUG,
    title: TEXT,
    description: TEXT,
    url: URL,
    text: TEXT,
    doesNotSay: listOf(record(["topic", "statement"], { topic: SLUG, statement: TEXT })),
  }),
  benchmarks: record(["slug", "name"], { slug: SLUG, name: TEXT, aliases: TEXTS, description: TEXT }),
  metrics: record(["slug", "name", "direction"], {
    slug: SLUG,
    name: TEXT,
    unit: TEXT,
    direction: { enum: ["HIGHER_IS_BETTER", "LOWER_IS_BETTER", "UNKNOWN"] },
    minimum: DECIMAL,
    maximum: DECIMAL,
    description: TEXT,
  }),
  leaderboards: record(["slug", "name", "benchmark", "metric", "splits"], {
    slug: SLUG,
    name: TEXT,
    aliases: TEXTS,
    benchmark: SLUG,
    metric: SLUG,
    position: POSITION,
    description: TEXT,
    splits: {
      ...listOf(record(["slug", "name"], { slug: SLUG, name: TEXT, default: { type: "boolean" } })),
      minItems: 1,
    },
  }),
  papers: record(["slug", "title"], {
    slug: SLUG,
    title: TEXT,
    aliases: TEXTS,
    authors: TEXTS,
    year: { type: "integer", minimum: 1800, maximum: 2200 },
    venue: TEXT,
    arxivId: ARXIV_ID,
    doi: DOI,
    url: URL,
  }),
  lossFunctions: treeThing,
  backbones: treeThing,
  trainingDatasets: record(["slug", "name"], thing),
  organisations: record(["slug", "name"], {
    slug: SLUG,
    name: TEXT,
    aliases: TEXTS,
    nameKind: { enum: ["ORGANISATION", "PERSON", "METHOD"] },
  }),
  submissions: record(["slug", "benchmark", "source"], {
    slug: SLUG,
    name: TEXT,
    label: TEXT,
    aliases: TEXTS,
    benchmark: SLUG,
    organisations: listOf(SLUG),
    submittedOn: DAY,
    trainingScale: { enum: ["LARGE", "SMALL"] },
    reportedBy: { enum: ["AUTHOR"] },
    source: record(["document"], PLACE),
    description: record([], { line: NUMBER, summary: TEXT, ensembleSize: NUMBER }),
    testSetCleaning: record(["kind"], {
      kind: { enum: ["NONE", "PUBLISHED_LIST", "OWN"] },
      term: TEXT,
      ...PLACE,
    }),
    lossFunctions: claim("lossFunction"),
    backbones: claim("backbone"),
    trainingDatasets: claim("trainingDataset", { identities: COUNT, images: COUNT, sizeTerm: TEXT }),
    citations: listOf(record(["paper"], { paper: SLUG, ...PLACE })),
    variantOf: listOf(
      record(["submission", "onlyDifference"], {
        submission: SLUG,
        onlyDifference: { type: "boolean" },
        differences: TEXTS,
        term: TEXT,
        ...PLACE,
      }),
    ),
    likelyDescriptions: listOf(record(["submission", "reason"], { submission: SLUG, reason: TEXT })),
  }),
  scores: record(["submission", "leaderboard", "values"], {
    submission: SLUG,
    leaderboard: SLUG,
    ...PLACE,
    values: { type: "object", minProperties: 1, propertyNames: SLUG, additionalProperties: CELL },
  }),
} as const;

export type SectionName = keyof typeof sectionSchemas;
