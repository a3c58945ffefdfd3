const SLUG = { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" };
const TEXT = { type: "string", minLength: 1 };
const TEXTS = { type: "array", items: TEXT };
const LINE = { type: "integer", minimum: 1 };
const COUNT = { type: "integer", minimum: 1 };
const DAY = { type: "string", pattern: "^[1-9]\\d{3}-\\d{2}-\\d{2}$" };
const DECIMAL = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
const BASIS = { enum: ["STATED", "CITED", "VAGUE"] };

const record = (required: string[], properties: object) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

const listOf = (items: object) => ({ type: "array", items });

const thing = { slug: SLUG, name: TEXT, aliases: TEXTS, introducedBy: SLUG, description: TEXT };
const treeThing = record(["slug", "name"], { ...thing, parent: SLUG, family: { type: "boolean" } });

const claim = (name: string, more: object = {}) =>
  listOf(
    record(["basis", "term"], {
      [name]: SLUG,
      basis: BASIS,
      modified: { type: "boolean" },
      term: TEXT,
      line: LINE,
      ...more,
    }),
  );

/** JSON Schema of one record of each section of a bundle. */
export const sectionSchemas = {
  sources: record(["slug", "title"], {
    slug: SLUG,
    title: TEXT,
    description: TEXT,
    url: TEXT,
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
    arxivId: { type: "string", pattern: "^(\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7})$" },
    doi: { type: "string", pattern: "^10\\.\\d{4,9}/\\S+$" },
    url: TEXT,
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
    source: record(["document"], { document: SLUG, line: LINE }),
    description: record([], { line: LINE, summary: TEXT, ensembleSize: COUNT }),
    testSetCleaning: record(["kind", "term"], {
      kind: { enum: ["NONE", "PUBLISHED_LIST", "OWN"] },
      term: TEXT,
      line: LINE,
    }),
    lossFunctions: claim("lossFunction"),
    backbones: claim("backbone"),
    trainingDatasets: claim("trainingDataset", { identities: COUNT, images: COUNT, sizeTerm: TEXT }),
    citations: listOf(record(["paper"], { paper: SLUG, line: LINE })),
    variantOf: listOf(
      record(["submission", "onlyDifference"], {
        submission: SLUG,
        onlyDifference: { type: "boolean" },
        differences: TEXTS,
        term: TEXT,
        line: LINE,
      }),
    ),
    likelyDescriptions: listOf(record(["submission", "reason"], { submission: SLUG, reason: TEXT })),
  }),
  scores: record(["submission", "leaderboard", "values"], {
    submission: SLUG,
    leaderboard: SLUG,
    document: SLUG,
    line: LINE,
    values: {
      type: "object",
      minProperties: 1,
      propertyNames: SLUG,
      additionalProperties: { type: "string", pattern: "^(-?\\d+(\\.\\d+)?)?$" },
    },
  }),
} as const;

export type SectionName = keyof typeof sectionSchemas;
