/** `description` says in words what a value must be: messages to whoever wrote the file use it. */
export const SLUG = {
  type: "string",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  description: 'a slug of lower-case letters a-z, digits and single hyphens, such as "set-1"',
};

export const TEXT = {
  type: "string",
  // Postgres keeps neither NUL nor half a surrogate pair.
  pattern: "^(?=\\s*\\S)[^\\u0000\\uD800-\\uDFFF]+$",
  description: "text, in quotes where it would else be a number, with a visible character and no NUL",
};

export const TEXTS = { type: "array", items: TEXT };

const whole = (minimum: number, maximum: number) => ({
  type: "integer",
  minimum,
  maximum,
  description: `a whole number from ${minimum} to ${maximum}, without quotes`,
});

const MOST = 2 ** 31 - 1;

export const NUMBER = whole(1, MOST);
export const POSITION = whole(0, MOST);
export const COUNT = whole(1, Number.MAX_SAFE_INTEGER);

export const DAY = {
  type: "string",
  format: "day",
  description: 'a day of the calendar, written YYYY-MM-DD, such as "2016-12-31"',
};

const DIGITS = "\\d{1,100}(\\.\\d{1,100})?";

export const DECIMAL = {
  type: "string",
  pattern: `^-?${DIGITS}$`,
  description: 'a decimal number in quotes and without a unit, such as "70.0"',
};

export const NOT_NEGATIVE = {
  type: "string",
  pattern: `^${DIGITS}$`,
  description: 'a decimal number that is not negative, in quotes and without a unit, such as "0.02"',
};

export const URL = {
  type: "string",
  pattern: "^https?://[^\\s\\u0000\\uD800-\\uDFFF]+$",
  description: "an address that begins with https:// or http://",
};

export const DOI = {
  type: "string",
  pattern: "^10\\.\\d{4,9}/[^\\s\\u0000\\uD800-\\uDFFF]+$",
  description: "a DOI without an address, such as 10.1109/CVPR.2016.90",
};

export const ARXIV_ID = {
  type: "string",
  pattern: "^(\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7})$",
  description: 'an arXiv id in quotes and without a version, such as "1801.07698"',
};

const orNull = <Schema extends { type: string; description: string }>(schema: Schema) => ({
  ...schema,
  type: [schema.type, "null"],
  description: `${schema.description}, or null where there is none`,
});

/** A group of named values, of which those in `required` must be there. */
export const record = (required: string[], properties: object) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});

export const listOf = (items: object) => ({ type: "array", items });

/** A cell of a leaderboard as its published text alone. */
const PLAIN_CELL = {
  type: "string",
  pattern: `^(-?${DIGITS})?$`,
  description: `${DECIMAL.description}, or "" where nothing was published`,
};

/** A cell whose published text is not its number. */
const TAKEN_APART = record(["reported", "value"], {
  reported: orNull(TEXT),
  value: orNull(DECIMAL),
  uncertainty: NOT_NEGATIVE,
  line: NUMBER,
  column: NUMBER,
});

export const CELL = {
  if: { type: "object" },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: TAKEN_APART,
  else: PLAIN_CELL,
};
