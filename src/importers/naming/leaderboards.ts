import { nameKey } from "../../common/name-key";
import type { NamedBenchmark, NamedLeaderboard } from "../named-result";
import type { Place, Problem } from "../problem";
import { type Decision, inPlaces } from "./decision";
import type { Metrics, UsedMetric } from "./metrics";
import type { KnownLeaderboard, KnownSplit } from "./name-store";
import { SlugClaims } from "./slug-claims";
import type { ThingNames } from "./thing-names";

/** A leaderboard that the import uses, with all its splits. */
export interface Board {
  decision: Decision<KnownLeaderboard>;
  benchmark: string;
  /** Names that have been found to mean the benchmark. */
  homes: Set<string>;
  metric: UsedMetric;
  description?: string;
  splits: KnownSplit[];
  hasNewSplits: boolean;
  splitSlugs: Map<string, string>;
  claims: SlugClaims;
  /** What does not fit the leaderboard, by message. */
  misfits: Map<string, { problem: Problem; places: number }>;
}

/** Decides which leaderboards and splits the names mean. A leaderboard that is there keeps its metric and splits. */
export class Leaderboards {
  readonly boards = new Map<string, Board>();
  private readonly byName = new Map<string, Board>();

  constructor(
    private readonly names: ThingNames<KnownLeaderboard>,
    private readonly benchmarks: ThingNames,
    private readonly metrics: Metrics,
  ) {}

  want(named: NamedLeaderboard): void {
    this.names.want(named.name);
    if (named.benchmark) this.benchmarks.want(named.benchmark.name);
  }

  /** The leaderboard; `benchmark` is that of the submission. */
  resolve(named: NamedLeaderboard, benchmark: NamedBenchmark, place: Place): Board {
    const home = (named.benchmark ?? benchmark).name;
    let board = this.byName.get(named.name);
    if (board) board.decision.places += 1;
    else {
      const decision = this.names.resolve(named.name, place);
      const { slug } = this.benchmarks.resolve(home, place);
      board = this.boards.get(decision.slug) ?? this.open(decision, named, slug, place);
      this.boards.set(decision.slug, board);
      this.byName.set(named.name, board);
    }
    if (!board.homes.has(home)) this.checkHome(board, home, place);
    this.metrics.observe(board.metric, named.metric, place);
    return board;
  }

  private checkHome(board: Board, home: string, place: Place): void {
    if (this.benchmarks.resolve(home, place).slug === board.benchmark) board.homes.add(home);
    else {
      const message = `The leaderboard "${board.decision.name}" belongs to the benchmark "${board.benchmark}", not to "${home}". Give it another name, or say by --match which benchmark is meant.`;
      misfit(board, place, message);
    }
  }

  /** Whether values of the named metric can stand on the leaderboard; says it once where they cannot. */
  fits(board: Board, named: NamedLeaderboard, place: Place): boolean {
    if ((named.metric.unit ?? null) === board.metric.unit) return true;
    const message = `The values of "${board.decision.name}" are in ${unitText(board.metric.unit)}, these in ${unitText(named.metric.unit)}: they are kept as published and not ranked.`;
    misfit(board, place, message, "warning");
    return false;
  }

  /** The slug of a split, which is added where the leaderboard has none of the name. */
  split(board: Board, name: string): string {
    const key = nameKey(name);
    let slug = board.splitSlugs.get(name) ?? board.splitSlugs.get(key);
    if (slug === undefined) {
      slug = board.claims.claim(name, `Split\n${key}`);
      board.splits.push({ slug, name: name.trim(), default: board.splits.length === 0 });
      board.hasNewSplits = true;
      board.splitSlugs.set(key, slug);
    }
    board.splitSlugs.set(name, slug);
    return slug;
  }

  problems(): Problem[] {
    return [...this.boards.values()].flatMap(({ misfits }) =>
      [...misfits.values()].map(({ problem, places }) => ({
        ...problem,
        message: `${problem.message}${inPlaces(places)}`,
      })),
    );
  }

  private open(
    decision: Decision<KnownLeaderboard>,
    named: NamedLeaderboard,
    benchmark: string,
    place: Place,
  ): Board {
    const { known } = decision;
    const splits = known?.splits.map((split) => ({ ...split })) ?? [];
    const slugs = new Map(splits.flatMap(({ slug, name }) => [[slug, slug] as const, [nameKey(name), slug]]));
    return {
      decision,
      benchmark: known?.benchmark ?? benchmark,
      homes: new Set(),
      metric: known ? this.metrics.ofSlug(known.metric, place) : this.metrics.resolve(named.metric, place),
      description: named.description,
      splits,
      hasNewSplits: false,
      splitSlugs: slugs,
      claims: new SlugClaims((slug) => slugs.get(slug) === slug),
      misfits: new Map(),
    };
  }
}

function unitText(unit: string | null | undefined): string {
  return unit == null ? "no unit" : `"${unit}"`;
}

function misfit(board: Board, place: Place, message: string, level?: "warning"): void {
  const there = board.misfits.get(message);
  if (there) there.places += 1;
  else board.misfits.set(message, { problem: { ...place, message, ...(level && { level }) }, places: 1 });
}
