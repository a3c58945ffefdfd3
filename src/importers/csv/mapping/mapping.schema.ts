/** `description` says in words what a value must be: messages to whoever wrote the mapping use it. */
const STRING = {
  type: "string",
  pattern: "^(?=\\s*\\S)[^\\0\\p{Cs}]+$",
  description: "text, in quotes where it would else be a number, with a visible character",
};
const STRINGS = { type: "array", minItems: 1, items: STRING, description: "a list of texts" };
const ONE_OR_MORE = {
  ...STRINGS,
  ...STRING,
  type: ["string", "array"],
  description: "a text or a list of texts",
};
const SLUG = {
  type: "string",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  description: 'a slug of lower-case letters a-z, digits and single hyphens, such as "set-1"',
};
const URL = {
  type: "string",
  pattern: "^https?://[^\\s\\0\\p{Cs}]+$",
  description: "an address that begins with https:// or http://",
};
const DECIMAL = {
  type: "string",
  pattern: "^-?\\d{1,100}(\\.\\d{1,100})?$",
  description: 'a decimal number in quotes and without a unit, such as "100"',
};
const FLAG = { type: "boolean" };

const record = (required: string[], properties: object) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const listOf = (items: object) => ({ type: "array", items });
const mapOf = (additionalProperties: object, more: object = {}) => ({
  type: "object",
  additionalProperties,
  ...more,
});

const WORDS = mapOf(STRING, { description: "names with the words that replace them" });
const detailed = { from: ONE_OR_MORE, pattern: STRING, names: WORDS };
/** A template, a list of templates, or either with what is done to it. */
const text = (more: object = {}) => ({
  ...ONE_OR_MORE,
  ...record(["from"], { ...detailed, ...more }),
  type: ["string", "array", "object"],
  description: 'a text such as "{column}", a list of such texts, or `from` with what is to be done to it',
});
const TEXT = text();
const TEXTS = text({ separator: { type: "string", minLength: 1, description: "a text" } });
const CLAIMS = listOf(
  record(["from"], {
    ...detailed,
    separator: { type: "string", minLength: 1, description: "a text" },
    basis: { enum: ["STATED", "CITED", "VAGUE"] },
    modified: FLAG,
  }),
);
const BENCHMARK = record(["name"], { name: STRING, description: STRING });

const notation = {
  missing: listOf({ type: "string", description: 'text in quotes, such as "-"' }),
  numbers: record([], { decimal: { enum: [".", ","] }, thousands: { enum: [",", ".", " ", "'", ""] } }),
};

const paper = record([], {
  title: TEXT,
  arxivId: TEXT,
  doi: TEXT,
  url: TEXT,
  year: TEXT,
  venue: TEXT,
  authors: TEXTS,
});

const submission = record([], {
  name: TEXT,
  label: TEXT,
  distinction: TEXT,
  aliases: TEXTS,
  submittedOn: text({ format: STRING }),
  organisations: TEXTS,
  reportedBy: { enum: ["AUTHOR"] },
  lossFunctions: CLAIMS,
  backbones: CLAIMS,
  trainingDatasets: CLAIMS,
  papers: listOf(paper),
});

const score = record(["leaderboard", "split"], {
  column: STRING,
  columns: STRING,
  leaderboard: STRING,
  split: TEXT,
  scale: { enum: [1e-6, 0.001, 0.01, 0.1, 10, 100, 1000, 1e6, 1e9] },
  optional: FLAG,
});

const table = record(["files", "submission", "scores"], {
  ...notation,
  files: STRINGS,
  source: STRING,
  benchmark: BENCHMARK,
  format: { enum: ["csv", "json"] },
  quotes: FLAG,
  delimiter: { type: "string", minLength: 1, maxLength: 1, description: "a single character" },
  header: record(["rows"], {
    rows: { type: "integer", minimum: 0, maximum: 10, description: "a whole number from 0 to 10" },
    join: { type: "string", description: "text in quotes" },
    fill: FLAG,
  }),
  list: STRING,
  skipRows: listOf(
    record(["from"], { from: ONE_OR_MORE, is: ONE_OR_MORE, pattern: STRING, missing: { enum: [true] } }),
  ),
  values: mapOf(TEXT),
  submission,
  scores: { type: "array", minItems: 1, items: score },
});

/** JSON Schema of a mapping file. */
export const mappingSchema = record(["sources", "leaderboards", "tables"], {
  ...notation,
  sources: mapOf(
    record(["title"], {
      title: STRING,
      description: STRING,
      url: URL,
      doesNotSay: listOf(record(["topic", "statement"], { topic: SLUG, statement: STRING })),
    }),
    { minProperties: 1, propertyNames: SLUG, description: "sources by their slugs" },
  ),
  benchmark: BENCHMARK,
  leaderboards: mapOf(
    record(["name", "metric"], {
      name: STRING,
      benchmark: BENCHMARK,
      description: STRING,
      metric: record(["name", "direction"], {
        name: STRING,
        unit: STRING,
        direction: { enum: ["HIGHER_IS_BETTER", "LOWER_IS_BETTER", "UNKNOWN"] },
        minimum: DECIMAL,
        maximum: DECIMAL,
        description: STRING,
      }),
    }),
    { minProperties: 1, description: "leaderboards by the words that the tables use for them" },
  ),
  matches: record([], { backbones: WORDS, lossFunctions: WORDS, trainingDatasets: WORDS }),
  ignore: STRINGS,
  tables: { type: "array", minItems: 1, items: table },
});
