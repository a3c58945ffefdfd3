import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";
import { isCalendarDate } from "../../src/common/date-scalar";
import { publishedSchema } from "../../src/importers/bundle/published-schema";

const root = path.join(__dirname, "../..");
const committed = readFileSync(path.join(root, "docs/formats/bundle.schema.json"), "utf8");

const ajv = new Ajv2020({ allowUnionTypes: true, formats: { date: isCalendarDate } });
const validate = ajv.compile(JSON.parse(committed));

test("the committed schema of bundles is the schema (write it anew with `npm run schema:bundle`)", () => {
  expect(`${JSON.stringify(publishedSchema(), null, 2)}\n`).toBe(committed);
});

test("the default data fit it, file by file and record by record", () => {
  const folder = path.join(root, "seeds");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /yaml$/.test(name),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const content: Record<string, object[]> = parse(readFileSync(path.join(folder, file), "utf8"));
    // What a submission's other file says of it is missing here.
    if (file.endsWith("descriptions.yaml")) continue;
    validate(content);
    expect([file, validate.errors]).toEqual([file, null]);
    for (const [section, records] of Object.entries(content)) {
      for (const record of records) expect(validate({ [section]: record })).toBe(true);
    }
  }
});

test.each([
  ["an unknown section", { losses: [] }],
  ["a line of two records", { papers: { slug: "a", title: "A" }, benchmarks: { slug: "b", name: "B" } }],
  ["a record without what it needs", { papers: [{ slug: "a" }] }],
  ["an unknown value", { papers: { slug: "a", title: "A", page: 3 } }],
  ["a day of no calendar", { submissions: [submission({ submittedOn: "2017-02-30" })] }],
  ["a number for a score", { scores: score({ a: 70 }) }],
  ["a score that is taken apart without its text", { scores: score({ a: { value: "70" } }) }],
  ["a manifest of another version", { manifest: { format: "scoregraph-bundle", version: 2 } }],
])("%s does not fit it", (_, content) => {
  expect(validate(content)).toBe(false);
});

test.each([
  ["an export's first line", { manifest: { format: "scoregraph-bundle", version: 1, revision: 3 } }],
  ["a submission", { submissions: submission({ submittedOn: "2016-02-29" }) }],
  ["a score as its text", { scores: score({ a: "70.0", b: "" }) }],
  ["a score taken apart", { scores: score({ a: { reported: "70 ± 1", value: "70", uncertainty: "1" } }) }],
  ["a cell with a text that is no number", { scores: [score({ a: { reported: "n/a", value: null } })] }],
])("%s fits it", (_, content) => {
  validate(content);
  expect(validate.errors).toBeNull();
});

function submission(parts: object) {
  return { slug: "a", name: "A", benchmark: "b", source: { document: "d", line: 1 }, ...parts };
}

function score(values: object) {
  return { submission: "a", leaderboard: "b", line: 2, values };
}
