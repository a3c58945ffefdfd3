import { BoundedMap } from "../common/bounded-map";
import type { LastingValues } from "../common/loader";

/** Most values that are kept; they are rows of the catalogue and the like, a few hundred bytes each. */
const MOST_VALUES = 20_000;

/** What is kept beside the data, such as rankings, can be computed anew without their changing. */
const LONGEST_MS = 60_000;

/**
 * What was read of one revision of the data, for all requests that begin while it is the newest. What was read while the
 * data changed can be newer, and is then given only to requests that ran meanwhile too.
 */
export class ValuesOfRevision {
  private current: { revision: string; since: number; values: LastingValues } | undefined;

  /** @param readRevision what the revision is now: with every change in it that was committed before */
  constructor(private readonly readRevision: () => Promise<string>) {}

  /** The values that hold at a revision, the one of now if not given; none when it cannot be read. */
  async now(reading: Promise<string> = this.readRevision()): Promise<LastingValues> {
    const revision = await reading.catch(() => null);
    const fresh = () => new BoundedMap<string, unknown>(MOST_VALUES);
    if (revision === null) return fresh();
    const now = performance.now();
    if (this.current?.revision !== revision || now - this.current.since > LONGEST_MS) {
      this.current = { revision, since: now, values: fresh() };
    }
    return this.current.values;
  }
}
