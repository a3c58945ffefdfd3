import { nameKey } from "../../common/name-key";
import type { Problem } from "../problem";
import type { SectionName } from "./bundle.schema";
import type { PlacedRecord } from "./placed-record";
import type { RawRecord } from "./read-sections";

type Report = (problem: Problem) => void;
type Item = Record<string, unknown>;

const CLAIMS: Record<string, string> = {
  lossFunctions: "lossFunction",
  backbones: "backbone",
  trainingDatasets: "trainingDataset",
};

/** What makes two items of a list the same one, by the list's key. */
const SAME: Record<string, (item: never) => string> = {
  aliases: (alias: string) => nameKey(alias),
  organisations: (slug: string) => slug,
  citations: ({ paper }: Item) => String(paper),
  variantOf: ({ submission }: Item) => String(submission),
  likelyDescriptions: ({ submission }: Item) => String(submission),
  doesNotSay: ({ topic }: Item) => String(topic),
  splits: ({ slug }: Item) => String(slug),
};
for (const [list, thing] of Object.entries(CLAIMS)) {
  SAME[list] = (claim: Item) =>
    JSON.stringify([claim[thing], claim.basis, claim.modified ?? false, claim.term]);
}

/** Reports what a schema cannot see in one record, which must fit its schema: repeats, and what has no meaning. */
export function checkRecord(record: PlacedRecord, report: Report): void {
  const { slug } = record.value;
  for (const [key, value] of Object.entries(record.value)) {
    const problem = (path: (string | number)[], message: string) =>
      report({ ...record.at([key, ...path]), message: `${[key, ...path].join(".")}: ${message}` });
    if (key === "values") checkCells(value as object, problem);
    if (key === "parent" && value === slug) problem([], `"${slug}" cannot stand under itself.`);
    if (!Array.isArray(value)) continue;
    const seen = new Set<string>();
    for (const [i, item] of value.entries()) {
      const same = SAME[key]?.(item as never);
      if (same !== undefined && seen.has(same)) problem([i], "stands in this list a second time.");
      if (same !== undefined) seen.add(same);
      if (item.submission !== undefined && item.submission === slug) problem([i], "refers to itself.");
      if (CLAIMS[key]) checkClaim(item, CLAIMS[key], (message) => problem([i], message));
    }
    if (key === "splits" && value.filter((split) => split.default).length > 1) {
      problem([], "only one of them can be the default.");
    }
  }
}

function checkCells(cells: object, problem: (path: string[], message: string) => void): void {
  for (const [split, cell] of Object.entries(cells)) {
    if (cell.reported === null && cell.value !== null) {
      problem([split], "a value stands in a text that was published: give it as reported, too.");
    }
  }
}

function checkClaim(claim: Item, thing: string, problem: (message: string) => void): void {
  const named = claim[thing] !== undefined;
  if (claim.basis === "VAGUE" && named) problem(`a VAGUE claim names no ${thing}. Take one of the two out.`);
  if (claim.basis !== "VAGUE" && !named && thing !== "trainingDataset") {
    problem(`only a VAGUE claim can do without a ${thing}.`);
  }
  if (claim.modified && !named) problem(`"modified" is about a named ${thing}.`);
}

/** What only one record of a section can have, case apart. */
const UNIQUE: Partial<Record<SectionName, string[]>> = {
  benchmarks: ["name"],
  leaderboards: ["name"],
  papers: ["arxivId", "doi"],
  lossFunctions: ["name"],
  backbones: ["name"],
  trainingDatasets: ["name"],
  organisations: ["name"],
};

/** Reports what several records of a section have, though only one can. */
export function checkSection(section: SectionName, records: RawRecord[], report: Report): void {
  for (const key of UNIQUE[section] ?? []) {
    const owners = new Map<string, unknown>();
    for (const record of records) {
      const placed = record.get(key);
      if (typeof placed?.value !== "string") continue;
      const owner = owners.get(nameKey(placed.value));
      if (owner === undefined) owners.set(nameKey(placed.value), record.get("slug")?.value);
      else report({ ...placed.at([]), message: `${key}: "${owner}" has "${placed.value}" already.` });
    }
  }
  if (section === "scores") checkScores(records, report);
}

function checkScores(records: RawRecord[], report: Report): void {
  const seen = new Set<string>();
  for (const record of records) {
    const [submission, leaderboard] = ["submission", "leaderboard"].map((key) => record.get(key)?.value);
    const values = record.get("values");
    for (const split of Object.keys(values?.value ?? {})) {
      const cell = JSON.stringify([submission, leaderboard, split]);
      if (seen.has(cell) && values) {
        const place = values.at([split]);
        report({
          ...place,
          message: `values.${split}: "${submission}" has a score there on "${leaderboard}" already.`,
        });
      }
      seen.add(cell);
    }
  }
}
