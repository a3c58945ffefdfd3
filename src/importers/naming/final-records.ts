import type { Place } from "../problem";
import type { Records } from "../records";
import type { Adopted } from "./adopted";
import type { AdoptedNames } from "./adopted-names";
import type { Leaderboards } from "./leaderboards";
import type { Metrics } from "./metrics";
import { SECTIONS } from "./named-kind";
import { paperRecord } from "./paper-records";
import type { ThingNames } from "./thing-names";

/** What is known of things only at the end of an import: those that are new, and what is new of others. */
export function finalRecords(names: AdoptedNames): Adopted[] {
  return [
    ...names.things.flatMap((things) => thingRecords(things, names.benchmarkDescriptions)),
    ...metricRecords(names.metrics),
    ...leaderboardRecords(names.boards, names.leaderboards.aliases),
    ...names.papers.used().flatMap((paper) => {
      const record = paperRecord(paper, names.papers);
      return record ? [staged("papers", paper.place, record)] : [];
    }),
  ];
}

function staged<Section extends keyof Records>(
  section: Section,
  place: Place,
  record: Records[Section][number],
): Adopted {
  return { kind: "record", section, place, partial: true, record } as Adopted;
}

/** New things, and known ones that a match gave another name. */
function thingRecords({ kind, decisions, aliases }: ThingNames, descriptions: Map<string, string>) {
  const records = new Map<string, Adopted>();
  for (const { name, slug, how, known, place, places } of decisions.values()) {
    const names = aliases.get(slug);
    const isNew = how === "created" && places > 0;
    if (records.has(slug) || (!isNew && !(known && names))) continue;
    const description = isNew && kind === "Benchmark" ? descriptions.get(name) : undefined;
    const record = {
      slug,
      name: known?.name ?? name,
      ...(names && { aliases: names }),
      ...(description !== undefined && { description }),
    };
    records.set(slug, staged(SECTIONS[kind], place, record as never));
  }
  return [...records.values()];
}

function metricRecords({ used }: Metrics): Adopted[] {
  return [...used.values()].flatMap((metric) => {
    const { how, isDirected, slug, name, unit, direction, minimum, maximum, description, place } = metric;
    if (how !== "created" && !isDirected) return [];
    const more = how === "created" ? { minimum, maximum, description } : {};
    const said = Object.entries({ unit, ...more }).filter(([, value]) => value != null);
    return [staged("metrics", place, { slug, name, direction, ...Object.fromEntries(said) })];
  });
}

/** Those that are new or have new splits or names, with all their splits. */
function leaderboardRecords({ boards }: Leaderboards, aliases: Map<string, string[]>): Adopted[] {
  return [...boards.values()].flatMap(
    ({ decision, benchmark, metric, description, splits, hasNewSplits }) => {
      const { slug, known, how, name, ownName, place } = decision;
      const isNew = how === "created" || (how === "match" && !known);
      const names = aliases.get(slug);
      if (!isNew && !hasNewSplits && !names) return [];
      const record = {
        slug,
        name: ownName ?? known?.name ?? name,
        ...(names && { aliases: names }),
        benchmark,
        metric: metric.slug,
        ...(isNew && description !== undefined && { description }),
        splits: splits.map((split) => ({
          slug: split.slug,
          name: split.name,
          ...(split.default && { default: true }),
        })),
      };
      return [staged("leaderboards", place, record)];
    },
  );
}
