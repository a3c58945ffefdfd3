import { createHash } from "node:crypto";

/** Most statements that a connection keeps prepared; each costs the server some memory. */
const MOST_NAMES = 300;

/** Texts that were sent once are remembered up to this number. */
const MOST_SEEN = 2_000;

/** Longer texts come of a caller's filter and will hardly come again. */
const LONGEST_TEXT = 20_000;

interface Named {
  name: string;
  /** Grows each time that the text gets another name. */
  generation: number;
}

/**
 * Names the statements that are sent again and again, so that each connection prepares them once. A filter can be
 * written in any number of ways: a text gets a name when it comes the second time, and only so many get one at all.
 */
export class StatementNames {
  private readonly named = new Map<string, Named>();
  private seen = new Set<string>();
  private given = true;

  /** The name under which to send a text; undefined when it is to be sent without one. */
  nameFor(text: string): string | undefined {
    if (!this.given) return undefined;
    const found = this.named.get(text);
    if (found) return found.name;
    if (this.named.size >= MOST_NAMES || text.length > LONGEST_TEXT) return undefined;
    if (!this.seen.delete(text)) {
      if (this.seen.size >= MOST_SEEN) this.seen = new Set();
      this.seen.add(text);
      return undefined;
    }
    return this.give(text, 0);
  }

  /** Gives a text another name: what connections have prepared under the old one cannot be used any more. */
  rename(text: string): void {
    const found = this.named.get(text);
    if (found) this.give(text, found.generation + 1);
  }

  /** Gives no names from now on. */
  giveUp(): void {
    this.given = false;
  }

  private give(text: string, generation: number): string {
    const name = createHash("sha256").update(`${generation} ${text}`).digest("base64url").slice(0, 22);
    this.named.set(text, { name, generation });
    return name;
  }
}

const NOT_SUPPORTED = "0A000";
const NAME_UNKNOWN = "26000";
const NAME_TAKEN = "42P05";

/**
 * What a named statement failed for that it would not without its name. CHANGED: a table has changed since the statement
 * was prepared. MIXED_UP: something between here and the server lends its connections to several clients. Null when the
 * name has no part in it.
 */
export function nameFault(error: unknown): "CHANGED" | "MIXED_UP" | null {
  const { code, routine } = error as { code?: string; routine?: string };
  if (code === NOT_SUPPORTED && routine === "RevalidateCachedQuery") return "CHANGED";
  return code === NAME_UNKNOWN || code === NAME_TAKEN ? "MIXED_UP" : null;
}
