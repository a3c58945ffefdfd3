import type { DataSource } from "typeorm";

export type ThingKind = "lossFunction" | "backbone" | "trainingDataset";

export interface Claimed {
  thing: string | null;
  basis: string;
  modified: boolean;
}

/** A submission with all that is known of it; everything else is referred to by slug. */
export interface Entry {
  id: number;
  slug: string;
  name: string | null;
  label: string;
  benchmark: string;
  submittedOn: string | null;
  trainingScale: string | null;
  reportedBy: string | null;
  described: boolean;
  ensembleSize: number | null;
  organisations: string[];
  citedPapers: string[];
  claims: Record<ThingKind, Claimed[]>;
  cleaning: { kind: string; basis: string } | null;
  /** Published texts by `leaderboard/split`; null for a row without a value. */
  scores: Map<string, string | null>;
}

export interface Thing {
  slug: string;
  name: string;
  parent: string | null;
  family: boolean;
}

/** What stands in the tables, as plain objects: what expected answers are worked out from. */
export interface World {
  entries: Entry[];
  things: Record<ThingKind, Map<string, Thing>>;
  organisations: Map<string, string>;
  /** Whether lower values of a leaderboard are better. */
  lowerIsBetter: Map<string, boolean>;
  /** Default split of each leaderboard. */
  defaultSplit: Map<string, string>;
  /** Slugs by lower-case slug, name or alias. */
  refs: Record<string, Map<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: rows of any table
type Row = any;

const KINDS = [
  ["lossFunction", "loss_function"],
  ["backbone", "backbone"],
  ["trainingDataset", "training_dataset"],
] as const;

/** Reads the tables row by row and links them in plain code. */
export async function readWorld(dataSource: DataSource): Promise<World> {
  const all = (table: string): Promise<Row[]> => dataSource.query(`SELECT * FROM ${table} ORDER BY 1`);
  const slugs = async (table: string) =>
    new Map<number, string>((await all(table)).map((row) => [row.id, row.slug]));
  const [benchmarks, papers, boards, bodies] = [
    await slugs("benchmark"),
    await slugs("paper"),
    await slugs("leaderboard"),
    await all("organisation"),
  ];
  const organisationSlug = new Map<number, string>(bodies.map((row) => [row.id, row.slug]));
  const splits = new Map<number, Row>((await all("split")).map((row) => [row.id, row]));
  const splitKey = (id: number) => `${boards.get(splits.get(id).leaderboard_id)}/${splits.get(id).slug}`;
  const entries = new Map<number, Entry>();
  for (const row of await all("submission")) entries.set(row.id, toEntry(row, benchmarks));
  const entry = (row: Row) => entries.get(row.submission_id) as Entry;

  for (const row of (await all("submission_organisation")).sort((a, b) => a.position - b.position)) {
    entry(row).organisations.push(organisationSlug.get(row.organisation_id) as string);
  }
  for (const row of await all("citation")) entry(row).citedPapers.push(papers.get(row.paper_id) as string);
  for (const row of await all("test_set_cleaning"))
    entry(row).cleaning = { kind: row.kind, basis: row.basis };
  for (const row of await all("score")) entry(row).scores.set(splitKey(row.split_id), row.reported);

  const things = {} as World["things"];
  for (const [kind, table] of KINDS) {
    const slugOf = await slugs(table);
    things[kind] = new Map();
    for (const row of await all(table)) {
      const parent = slugOf.get(row.parent_id) ?? null;
      things[kind].set(row.slug, { slug: row.slug, name: row.name, parent, family: row.is_family ?? false });
    }
    for (const row of await all(`${table}_claim`)) {
      const thing = slugOf.get(row[`${table}_id`]) ?? null;
      entry(row).claims[kind].push({ thing, basis: row.basis, modified: row.modified });
    }
  }
  const direction = new Map<number, string>((await all("metric")).map((row) => [row.id, row.direction]));
  const lowerIsBetter = (await all("leaderboard")).map(
    (row) => [row.slug, direction.get(row.metric_id) === "LOWER_IS_BETTER"] as const,
  );
  const defaults = [...splits.values()].filter((row) => row.is_default);
  return {
    entries: [...entries.values()],
    things,
    organisations: new Map(bodies.map((row) => [row.slug, row.name])),
    lowerIsBetter: new Map(lowerIsBetter),
    defaultSplit: new Map(defaults.map((row) => [boards.get(row.leaderboard_id) as string, row.slug])),
    refs: await references(all),
  };
}

function toEntry(row: Row, benchmarks: Map<number, string>): Entry {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    label: row.label,
    benchmark: benchmarks.get(row.benchmark_id) as string,
    submittedOn: row.submitted_on,
    trainingScale: row.training_scale,
    reportedBy: row.reported_by,
    described: row.described,
    ensembleSize: row.ensemble_size,
    organisations: [],
    citedPapers: [],
    claims: { lossFunction: [], backbone: [], trainingDataset: [] },
    cleaning: null,
    scores: new Map(),
  };
}

async function references(all: (table: string) => Promise<Row[]>): Promise<World["refs"]> {
  const aliases = await all("alias");
  const found: World["refs"] = {};
  for (const table of [
    "benchmark",
    "leaderboard",
    "organisation",
    "loss_function",
    "backbone",
    "training_dataset",
    "paper",
    "submission",
  ]) {
    const rows = await all(table);
    const refs = new Map<string, string>();
    const slugOf = new Map<number, string>(rows.map((row) => [row.id, row.slug]));
    for (const alias of aliases) {
      const slug = slugOf.get(alias[`${table}_id`]);
      if (slug) refs.set(alias.text.toLowerCase(), slug);
    }
    for (const row of rows) refs.set((row.name ?? row.title ?? row.slug).toLowerCase(), row.slug);
    for (const row of rows) refs.set(row.slug, row.slug);
    found[table] = refs;
  }
  return found;
}
