import { nameKey } from "../../src/common/name-key";
import type {
  KnownLeaderboard,
  KnownMetric,
  KnownName,
  KnownPaper,
  NameStore,
} from "../../src/importers/naming/name-store";

type Aliased = { slug: string; name: string; aliases?: string[] };

/** What a store in memory knows, by kind. */
export interface MemoryData {
  Benchmark?: Aliased[];
  Organisation?: Aliased[];
  LossFunction?: Aliased[];
  Backbone?: Aliased[];
  TrainingDataset?: Aliased[];
  Leaderboard?: (Aliased & Pick<KnownLeaderboard, "benchmark" | "metric" | "splits">)[];
  Paper?: (Aliased & Partial<Omit<KnownPaper, keyof KnownName>>)[];
  metrics?: KnownMetric[];
  submissions?: { slug: string; benchmark: string; name: string | null }[];
}

/** Names kept in memory, for rules that need no database. `asked` counts the questions. */
export function memoryNames(data: MemoryData = {}): NameStore & { asked: string[] } {
  const asked: string[] = [];
  const find = <Thing extends Aliased>(
    kind: string,
    things: Thing[] = [],
    keys: readonly string[],
    more: (thing: Thing) => string[] = () => [],
  ) => {
    asked.push(kind);
    const index = new Map<string, (Thing & KnownName)[]>();
    const put = (thing: Thing, key: string, via: KnownName["via"]) =>
      index.set(key, [...(index.get(key) ?? []), { ...thing, key, via }]);
    for (const thing of things) {
      put(thing, nameKey(thing.name), "name");
      for (const alias of [...(thing.aliases ?? []), ...more(thing)]) put(thing, nameKey(alias), "alias");
      put(thing, thing.slug, "slug");
    }
    return keys.flatMap((key) => (index.get(nameKey(key)) ?? []).map((match) => ({ ...match, key })));
  };
  const papers = data.Paper?.map((paper) => ({
    ...{ arxivId: null, doi: null, url: null, year: null, venue: null, authors: [] },
    ...paper,
  }));
  return {
    asked,
    things: async (kind, keys) => find(kind, data[kind], keys),
    leaderboards: async (keys) => find("Leaderboard", data.Leaderboard, keys),
    papers: async (keys) =>
      find("Paper", papers, keys, ({ arxivId, doi }) => [arxivId ?? "", doi ?? ""].filter(Boolean)),
    metrics: async () => data.metrics ?? [],
    async submissions(names, slugs) {
      asked.push("Submission");
      const known = (data.submissions ?? []).map((row) => ({
        ...row,
        key: row.name === null ? null : nameKey(row.name),
        count: 1,
      }));
      const named = names.flatMap(({ benchmark, key }) => {
        const all = known.filter((row) => row.benchmark === benchmark && row.key === key);
        return all.slice(0, 1).map((row) => ({ ...row, via: "name" as const, count: all.length }));
      });
      const bySlug = known.filter((row) => slugs.includes(row.slug));
      return [...named, ...bySlug.map((row) => ({ ...row, via: "slug" as const }))];
    },
    async *names(kind) {
      asked.push(`names of ${kind}`);
      const things: Aliased[] = (kind === "Paper" ? papers : data[kind]) ?? [];
      yield things.flatMap((thing) =>
        [thing.name, ...(thing.aliases ?? [])].map((text) => ({ ...thing, text })),
      );
    },
  };
}
