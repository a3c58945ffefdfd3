import { PoolDatabase, poolOf } from "../../src/db/database";
import { exportBundle } from "../../src/exporters/bundle/export-bundle";
import { type SectionName, sectionSchemas } from "../../src/importers/bundle/bundle.schema";
import { loadRecords } from "../../src/importers/load";
import { recordsOf, textOf } from "../support/bundle-lines";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

/** Columns that a bundle does not carry: ids, what names the history, and what the rest decides. */
const DERIVED = /(^|\.)(id|import_id|[a-z_]*name_key|title_key|venue_key|key|inherited_from_id)$/;

/** Tables that are about imports and not about results. */
const NOT_THE_GRAPH = [
  "migrations",
  "data_revision",
  "import",
  "import_journal",
  "kept_answer",
  "import_restated",
  "kept_split",
  "kept_ranking",
  "kept_grouping",
  "kept_group",
];

/** How each table's columns are called in a record, where not by their own name in camel case. */
const CARRIED: Record<string, string> = {
  "source_gap.topic": "sources.doesNotSay.topic",
  "source_gap.statement": "sources.doesNotSay.statement",
  "source_text.text": "sources.text",
  "split.slug": "leaderboards.splits.slug",
  "split.name": "leaderboards.splits.name",
  "split.is_default": "leaderboards.splits.default",
  "loss_function.is_family": "lossFunctions.family",
  "backbone.is_family": "backbones.family",
  "submission.described": "submissions.description",
  "submission.description_line": "submissions.description.line",
  "submission.summary": "submissions.description.summary",
  "submission.ensemble_size": "submissions.description.ensembleSize",
  "submission.source_line": "submissions.source.line",
  "submission.source_column": "submissions.source.column",
  "variant.only_difference": "submissions.variantOf.onlyDifference",
  "variant.differences": "submissions.variantOf.differences",
  "variant.term": "submissions.variantOf.term",
  "variant.source_line": "submissions.variantOf.line",
  "variant.source_column": "submissions.variantOf.column",
  "likely_description.reason": "submissions.likelyDescriptions.reason",
  "score.value": "scores.values.a.value",
  "score.reported": "scores.values.a.reported",
  "score.uncertainty": "scores.values.a.uncertainty",
  "score.source_line": "scores.values.a.line",
  "score.source_column": "scores.values.a.column",
  "test_set_cleaning.kind": "submissions.testSetCleaning.kind",
  "test_set_cleaning.term": "submissions.testSetCleaning.term",
  "test_set_cleaning.source_line": "submissions.testSetCleaning.line",
  "test_set_cleaning.source_column": "submissions.testSetCleaning.column",
  "citation.source_line": "submissions.citations.line",
  "citation.source_column": "submissions.citations.column",
  "alias.text": "organisations.aliases",
};

/** Columns that only say an order, which lists keep, or a basis that is always the same where it is carried. */
const IN_THE_ORDER = [
  "split.position",
  "submission_organisation.position",
  "citation.position",
  "variant.position",
  "likely_description.position",
  "loss_function_claim.position",
  "backbone_claim.position",
  "training_dataset_claim.position",
  "test_set_cleaning.basis",
];

const SECTIONS: Record<string, string> = {
  source: "sources",
  benchmark: "benchmarks",
  metric: "metrics",
  leaderboard: "leaderboards",
  organisation: "organisations",
  paper: "papers",
  loss_function: "lossFunctions",
  backbone: "backbones",
  training_dataset: "trainingDatasets",
  submission: "submissions",
  loss_function_claim: "submissions.lossFunctions",
  backbone_claim: "submissions.backbones",
  training_dataset_claim: "submissions.trainingDatasets",
};

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function pathOf(table: string, column: string): string {
  const known = CARRIED[`${table}.${column}`];
  return known ?? `${SECTIONS[table]}.${camel(column.replace(/^source_(?=line|column)/, ""))}`;
}

/** All paths to values of a record, lists left out. */
function pathsIn(value: unknown, path: string, into: Set<string>): Set<string> {
  into.add(path);
  if (Array.isArray(value)) for (const each of value) pathsIn(each, path, into);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) pathsIn(inner, `${path}.${key}`, into);
  }
  return into;
}

/** Fills what only newer writers fill: places with columns, other sources of facts, texts, uncertainties. */
const FILL = `
  INSERT INTO source (slug, title) VALUES ('other-source', 'Other');
  INSERT INTO source_text SELECT id, E'One\\nTwo' FROM source WHERE slug = 'test-source';
  UPDATE score SET reported = '70.5 ± 0.2', uncertainty = 0.2, source_line = 8, source_column = 3
    WHERE split_id IN (SELECT id FROM split WHERE slug = 'a');
  UPDATE submission SET source_column = 2;
  ${[
    "loss_function_claim",
    "backbone_claim",
    "training_dataset_claim",
    "test_set_cleaning",
    "citation",
    "variant",
  ]
    .map(
      (table) => `UPDATE ${table} SET source_line = 5, source_column = 6,
        source_id = (SELECT id FROM source WHERE slug = 'other-source');`,
    )
    .join("\n")}`;

const BASIS = "STATED" as never;
const claim = (thing: string) => ({ thing, basis: BASIS, modified: true, term: "own" });

const everything = () => {
  const { metrics, leaderboards } = leaderboard("board");
  const aliases = ["Other name"];
  const introducedBy = "paper";
  return records({
    sources: [
      {
        slug: "test-source",
        title: "T",
        description: "D",
        url: "https://example.org",
        doesNotSay: [{ topic: "t", statement: "S" }],
      },
    ],
    benchmarks: [{ slug: "test-benchmark", name: "B", description: "D", aliases }],
    metrics: metrics.map((each) => ({ ...each, minimum: "0", maximum: "100.5", description: "D" })),
    leaderboards: leaderboards.map((each) => ({ ...each, description: "D", aliases })),
    papers: [
      {
        slug: "paper",
        title: "P",
        authors: ["A", "B"],
        year: 2020,
        venue: "V",
        arxivId: "1801.07698",
        doi: "10.1109/x",
        url: "https://example.org",
        aliases,
      },
    ],
    lossFunctions: [
      { slug: "loss", name: "L", introducedBy, description: "D", family: true, aliases },
      { slug: "under", name: "U", parent: "loss" },
    ],
    backbones: [
      { slug: "net", name: "N", introducedBy, description: "D", family: true, aliases },
      { slug: "under", name: "U", parent: "net" },
    ],
    trainingDatasets: [{ slug: "data", name: "D", introducedBy, description: "D", aliases }],
    organisations: [{ slug: "org", name: "O", nameKind: "PERSON" as never, aliases }],
    submissions: [
      submission("Base", { aliases }),
      submission("Other", { slug: "other", name: undefined, label: "Row 1" }),
      submission("Full", {
        organisations: ["org"],
        submittedOn: "2020-02-29",
        trainingScale: "LARGE" as never,
        reportedBy: "AUTHOR" as never,
        description: { line: 4, summary: "S", ensembleSize: 3 },
        testSetCleaning: { kind: "OWN" as never, term: "own" },
        lossFunctions: [claim("loss")],
        backbones: [claim("net")],
        trainingDatasets: [{ ...claim("data"), identities: 5, images: 2 ** 40, sizeTerm: "about 5" }],
        citations: [{ paper: "paper" }],
        variantOf: [{ submission: "base", onlyDifference: false, differences: ["x"], term: "base" }],
        likelyDescriptions: [{ submission: "other", reason: "R" }],
      }),
    ],
    scores: [score("full", "board", { a: "70.5", b: "" })],
  });
};

/** That the keys of a value, and of all within it, have the order of its schema. */
function expectOrder(value: unknown, schema: Schema, path: string): void {
  if (Array.isArray(value)) {
    for (const each of value) expectOrder(each, schema.items as Schema, path);
  } else if (schema.properties) {
    const known = Object.keys(schema.properties);
    const keys = Object.keys(value as object);
    expect([path, keys]).toEqual([path, known.filter((key) => keys.includes(key))]);
    for (const key of keys) {
      expectOrder((value as Record<string, unknown>)[key], schema.properties[key], `${path}.${key}`);
    }
  }
}

interface Schema {
  items?: Schema;
  properties?: Record<string, Schema>;
}

describe("a bundle carries everything in the graph", () => {
  let service: TestService;
  let lines: string;
  beforeAll(async () => {
    service = await startTestService("empty");
    await loadRecords(service.dataSource, everything());
    await service.dataSource.query(FILL);
    lines = await textOf(exportBundle(new PoolDatabase(poolOf(service.dataSource))));
  });
  afterAll(() => service.close());

  it("of each table and column", async () => {
    const columns: { table: string; column: string }[] = await service.dataSource.query(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public'`,
    );
    const wanted = columns
      .filter(({ table, column }) => !NOT_THE_GRAPH.includes(table) && !DERIVED.test(column))
      .filter(({ table, column }) => !IN_THE_ORDER.includes(`${table}.${column}`));
    const paths = new Set<string>();
    for (const [section, all] of Object.entries(await recordsOf(lines))) pathsIn(all, section, paths);
    const references = wanted.filter(({ column }) => column.endsWith("_id") && column !== "arxiv_id");
    expect(wanted.length - references.length).toBeGreaterThan(90);
    const missing = wanted
      .filter((each) => !references.includes(each))
      .map(({ table, column }) => pathOf(table, column))
      .filter((path) => !paths.has(path));
    expect(missing).toEqual([]);
    expect(new Set(references.map(({ column }) => column.replace(/_id$/, "")))).toEqual(
      new Set([
        ...["source", "benchmark", "metric", "leaderboard", "split", "organisation", "paper", "submission"],
        ...[
          "loss_function",
          "backbone",
          "training_dataset",
          "parent",
          "introduced_by",
          "base",
          "description",
        ],
      ]),
    );
  });

  it("with keys in the order of the schema", () => {
    const written = lines.trim().split("\n").slice(1);
    expect(written.length).toBeGreaterThan(14);
    for (const line of written) {
      const [[section, record]] = Object.entries(JSON.parse(line));
      expectOrder(record, sectionSchemas[section as SectionName] as object, section);
    }
  });

  it("with the source of each fact, where it is not that of its submission", async () => {
    const { submissions } = await recordsOf(lines);
    const full = submissions.find(({ slug }) => slug === "full");
    const place = { document: "other-source", line: 5, column: 6 };
    expect(full).toMatchObject({
      source: { document: "test-source", line: 1, column: 2 },
      lossFunctions: [place],
      backbones: [place],
      trainingDatasets: [{ ...place, images: 2 ** 40 }],
      citations: [place],
      variantOf: [place],
      testSetCleaning: place,
    });
  });

  it("with the places of cells that do not share one, and texts apart from their numbers", async () => {
    expect((await recordsOf(lines)).scores).toEqual([
      {
        submission: "full",
        leaderboard: "board",
        document: "test-source",
        values: {
          a: { reported: "70.5 ± 0.2", value: "70.5", uncertainty: "0.2", line: 8, column: 3 },
          b: { reported: null, value: null, line: 1 },
        },
      },
    ]);
  });
});
