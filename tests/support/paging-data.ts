import { Basis } from "../../src/domain/claim/basis";
import type { Records } from "../../src/importers/records";
import { leaderboard, records, score, submission } from "./factories";

const PER_LIST = 6;

/** The numbers 1 to n. */
export const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const sixOf = (name: string) => upTo(PER_LIST).map((n) => ({ slug: `${name}-${n}`, name: `${name} ${n}` }));

/** Records in which every list of the schema has at least six items, whatever its parent. */
export function everyListFilled(): Records {
  const slugs = (name: string) => sixOf(name).map(({ slug }) => slug);
  const claims = (name: string) => slugs(name).map((thing) => ({ thing, basis: Basis.STATED }));
  const boards = slugs("board").map((slug) => leaderboard(slug));
  const introduced = (name: string) => sixOf(name).map((thing) => ({ ...thing, introducedBy: "paper-1" }));
  const entry = (n: number) =>
    submission(`entry ${n}`, {
      // Two of each day, and two without one.
      submittedOn: n > 6 ? undefined : `2016-0${Math.ceil(n / 2)}-01`,
      organisations: slugs("lab"),
      description: {},
      lossFunctions: claims("loss"),
      backbones: claims("net"),
      trainingDatasets: claims("data"),
      citations: slugs("paper").map((paper) => ({ paper })),
    });
  const halfMeasured = (n: number) =>
    submission(`half ${n}`, { submittedOn: n > 5 ? undefined : "2017-01-01" });
  return records({
    benchmarks: [{ slug: "test-benchmark", name: "Test benchmark" }, ...sixOf("test")],
    metrics: boards.flatMap(({ metrics }) => metrics),
    leaderboards: boards.flatMap(({ leaderboards }) => leaderboards),
    papers: upTo(PER_LIST).map((n) => ({
      slug: `paper-${n}`,
      title: `paper ${n}`,
      // Two share a year, two have none.
      year: n > 4 ? undefined : 2010 + Math.ceil(n / 2),
    })),
    lossFunctions: introduced("loss"),
    backbones: introduced("net"),
    trainingDatasets: introduced("data"),
    organisations: sixOf("lab"),
    submissions: [...upTo(8).map(entry), ...upTo(7).map(halfMeasured)],
    scores: [
      ...upTo(8).map((n) =>
        score(`entry-${n}`, "board-1", { a: `${80 - Math.ceil(n / 2)}`, b: `${60 + n}` }),
      ),
      ...upTo(7).map((n) => score(`half-${n}`, "board-1", { a: "", b: `${40 + n}` })),
    ],
  });
}

/** Rows with ties, undated ones and ones without a score, in the order in which they rank. */
export const RANKED = ["c", "a", "b", "e", "f", "d", "g", "h"];

/** The records of `RANKED`, with `x`, `y` and `z` that have no score. */
export function tiesAndNulls(): Records {
  const days: Record<string, string | undefined> = {
    a: "2016-05-01",
    c: "2016-01-01",
    e: "2016-05-01",
    f: "2016-05-01",
    h: "2015-01-01",
  };
  const values: Record<string, string> = {
    a: "90",
    b: "90",
    c: "90",
    d: "80",
    e: "80",
    f: "80",
    g: "70",
    h: "60.5",
  };
  const names = [..."abcdefghxyz"];
  return records({
    ...leaderboard("board"),
    submissions: names.map((name) => submission(name, { submittedOn: days[name] })),
    scores: names.filter((name) => values[name]).map((name) => score(name, "board", { a: values[name] })),
  });
}
