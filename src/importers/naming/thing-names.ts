import { nameKey } from "../../common/name-key";
import type { Place } from "../problem";
import { type Decision, listed } from "./decision";
import { matchesOf, type NameMatch, type PlacedMatch, writeMatch } from "./name-match";
import type { KnownName } from "./name-store";
import { labelOf, type NamedKind } from "./named-kind";
import { slugChoices } from "./slug";
import { SlugClaims } from "./slug-claims";

/** Longer names do not fit the database's indexes. */
export const MOST_NAME_LENGTH = 600;

/** Decides what the names of one kind mean. Names are first wanted, then looked up together, then resolved. */
export class ThingNames<Known extends KnownName = KnownName> {
  readonly matches: Map<string, PlacedMatch>;
  readonly decisions = new Map<string, Decision<Known>>();
  /** Names that matches give to things, by slug. */
  readonly aliases = new Map<string, string[]>();
  private readonly byText = new Map<string, Decision<Known>>();
  private readonly found = new Map<string, Known[]>();
  private readonly asked = new Set<string>();
  private readonly wanted = new Map<string, string>();
  private readonly slugsOfRecords = new Map<string, Known>();
  private readonly claims = new SlugClaims((slug) => this.matching(slug, "slug").length > 0);

  constructor(
    readonly kind: NamedKind,
    private readonly find: (keys: string[]) => Promise<Known[]>,
    matches: readonly NameMatch[],
  ) {
    this.matches = matchesOf(kind, matches);
    for (const { ref } of this.matches.values()) this.want(ref);
  }

  want(name: string): void {
    if (this.byText.has(name)) return;
    const key = nameKey(name);
    if (key !== "" && !this.asked.has(key)) this.wanted.set(key, name);
  }

  async lookUp(): Promise<void> {
    if (this.wanted.size === 0) return;
    const keys = new Set<string>();
    for (const [key, name] of this.wanted) {
      this.asked.add(key);
      for (const each of [key, ...slugChoices(name, this.identity(key))]) keys.add(each);
    }
    this.wanted.clear();
    const unasked = [...keys].filter((key) => !this.found.has(key));
    for (const key of unasked) this.found.set(key, []);
    for (const match of await this.find(unasked)) this.found.get(match.key)?.push(match);
  }

  /** Takes note of a thing that the import records itself. Gives what is wrong with it. */
  register(known: Known, aliases: readonly string[], place: Place): string | null {
    this.claims.reserve(known.slug);
    this.slugsOfRecords.set(known.slug, known);
    for (const name of [known.name, ...aliases]) {
      const key = nameKey(name);
      const there = this.decisions.get(key);
      if (there?.how === "created" && there.slug !== known.slug) {
        return `"${name}" is named before it is recorded. Put the record in front.`;
      }
      if (there) continue;
      this.decisions.set(key, { name, key, slug: known.slug, how: "record", known, place, places: 0 });
    }
    return null;
  }

  /** Whether something has the name, or a match says what it means. The name must have been looked up. */
  isKnown(name: string): boolean {
    const key = nameKey(name);
    const how = this.decisions.get(key)?.how;
    return how === "record" || this.matches.has(key) || this.meant(key).length > 0;
  }

  /** What the name means; a new thing when nothing has it. It must have been looked up. */
  resolve(name: string, place: Place): Decision<Known> {
    let decision = this.byText.get(name);
    if (!decision) {
      decision = this.decide(nameKey(name), name, place);
      this.byText.set(name, decision);
    }
    if (decision.places === 0) decision.place = place;
    decision.places += 1;
    return decision;
  }

  /** The things that a name means, closest first: by name or alias, else by slug. */
  meant(key: string): Known[] {
    const named = this.matching(key, "name", "alias");
    const matches = named.length ? named : this.matching(key, "slug");
    return [...new Map(matches.map((match) => [match.slug, match])).values()];
  }

  private matching(key: string, ...via: KnownName["via"][]): Known[] {
    return (this.found.get(key) ?? []).filter((match) => via.includes(match.via));
  }

  private identity(key: string): string {
    return `${this.kind}\n${key}`;
  }

  private decide(key: string, name: string, place: Place): Decision<Known> {
    const there = this.decisions.get(key);
    if (there) return there;
    const match = this.matches.get(key);
    const decision = match ? this.matched(match, key, name, place) : this.unmatched(key, name, place);
    this.decisions.set(key, decision);
    return decision;
  }

  private unmatched(key: string, name: string, place: Place): Decision<Known> {
    const about = { name: name.trim(), key, place, places: 0 };
    const meant = this.meant(key);
    const recorded = this.slugsOfRecords.get(key);
    if (meant.length === 0 && recorded)
      return { ...about, slug: recorded.slug, how: "record", known: recorded };
    if (meant.length === 0) return this.created(about);
    const [known] = meant;
    const decision: Decision<Known> = { ...about, slug: known.slug, how: known.via, known };
    return meant.length === 1 ? decision : { ...decision, fault: this.ambiguous(name, meant) };
  }

  private created(about: Pick<Decision, "name" | "key" | "place" | "places">): Decision<Known> {
    const slug = this.claims.claim(about.name, this.identity(about.key));
    const fault = about.key === "" ? "is blank" : "is too long";
    const fits = about.key !== "" && about.key.length <= MOST_NAME_LENGTH;
    const beginning = about.name.slice(0, 60);
    const message = `The name of a ${labelOf(this.kind)} ${fault}: "${beginning}". Most are ${MOST_NAME_LENGTH} letters.`;
    return { ...about, slug, how: "created", ...(!fits && { fault: message }) };
  }

  private matched(match: PlacedMatch, key: string, name: string, place: Place): Decision<Known> {
    const refKey = nameKey(match.ref);
    const target = this.decisions.get(refKey) ?? this.unmatched(refKey, match.ref, match.place);
    this.decisions.set(refKey, target);
    const { slug, known } = target;
    const about = { name: name.trim(), key, place, places: 0, ownName: known?.name ?? target.name };
    const decision: Decision<Known> = { ...about, slug, how: "match", known };
    const owners = this.matching(key, "name", "alias");
    const isIts = owners.some((owner) => owner.slug === slug);
    if (owners.length > 0 && !isIts) {
      const fault = `"${name}" is matched with "${match.ref}", but is a name of ${listed(owners)} already. Take the match out.`;
      return { ...decision, fault };
    }
    if (!isIts && refKey !== key) this.aliases.set(slug, [...(this.aliases.get(slug) ?? []), name.trim()]);
    return decision;
  }

  private ambiguous(name: string, meant: readonly Known[]): string {
    const match = writeMatch({ kind: this.kind, name, ref: meant[0].slug });
    return `The ${labelOf(this.kind)} "${name}" can mean ${listed(meant)}. Say which, as in --match "${match}".`;
  }
}
