/** `description` says in words what a value must be: messages to whoever wrote the file use it. */
const SLUG = {
  type: "string",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  description: 'a slug of lower-case letters a-z, digits and single hyphens, such as "set-1"',
};
const TEXT = {
  type: "string",
  // Postgres keeps neither NUL nor half a surrogate pair.
  pattern: "^(?=\\s*\\S)[^\\0\\p{Cs}]+$",
  description: "text, in quotes where it would else be a number, with a visible character and no NUL",
};
const TEXTS = { type: "array", items: TEXT };
const whole = (maximum: number) => ({
  type: "integer",
  minimum: 1,
  maximum,
  description: `a whole number from 1 to ${maximum}, without quotes`,
});
const LINE = whole(2 ** 31 - 1);
const COUNT = whole(Number.MAX_SAFE_INTEGER);
const DAY = {
  type: "string",
  format: "day",
  description: 'a day of the calendar, written YYYY-MM-DD, such as "2016-12-31"',
};
const DECIMAL = {
  type: "string",
  pattern: "^-?\\d{1,100}(\\.\\d{1,100})?$",
  description: 'a decimal number in quotes and without a unit, such as "70.0"',
};
const URL = {
  type: "string",
  pattern: "^https?://[^\\s\\0\\p{Cs}]+$",
  description: "an address that begins with https:// or http://",
};
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
    url: URL,
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
    arxivId: {
      type: "string",
      pattern: "^(\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7})$",
      description: 'an arXiv id in quotes and without a version, such as "1801.07698"',
    },
    doi: {
      type: "string",
      pattern: "^10\\.\\d{4,9}/[^\\s\\0\\p{Cs}]+$",
      description: "a DOI without an address, such as 10.1109/CVPR.2016.90",
    },
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
    source: record(["document"], { document: SLUG, line: LINE }),
    description: record([], { line: LINE, summary: TEXT, ensembleSize: whole(2 ** 31 - 1) }),
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
      additionalProperties: {
        type: "string",
        pattern: "^(-?\\d{1,100}(\\.\\d{1,100})?)?$",
        description: `${DECIMAL.description}, or "" where nothing was published`,
      },
    },
  }),
} as const;

export type SectionName = keyof typeof sectionSchemas;
