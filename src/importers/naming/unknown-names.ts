import { nearest } from "../../common/nearest";
import type { Place, Problem } from "../problem";
import { inPlaces, listed } from "./decision";
import { writeMatch } from "./name-match";
import type { NameText } from "./name-store";
import { labelOf, type NamedKind } from "./named-kind";
import type { NamingMode } from "./naming-options";
import type { NearName } from "./naming-report";
import { NearNames } from "./near-names";

/** A name that nothing has. */
export interface UnknownName extends Omit<NameText, "text"> {
  place: Place;
  places: number;
  /** Whether a known name cannot be meant, however near it is written. */
  isApart?: (known: NameText) => boolean;
}

/** Likeness is costly, and the first few answers help who got many names wrong. */
const SUGGESTED_NAMES = 3;

const MOST_PROPOSALS = 3;

export interface Judgement {
  problems: Problem[];
  near: NearName[];
}

/** Judges the names of a kind that nothing has; every one of them gets one problem at most. */
export async function judgeUnknown(
  kind: NamedKind,
  unknown: readonly UnknownName[],
  known: AsyncIterable<NameText[]> | Iterable<NameText[]>,
  mode: NamingMode,
): Promise<Judgement> {
  const judgement: Judgement = { problems: [], near: [] };
  if (unknown.length === 0) return judgement;
  const { near, likely } = await compare(unknown, known, mode === "strict" ? SUGGESTED_NAMES : 0);
  const earlier = new NearNames<UnknownName>();
  for (const each of unknown) {
    const { name, place, places } = each;
    const proposals = near.get(each) ?? [];
    const isTwin = (other: UnknownName) => !each.isApart?.({ ...other, text: other.name });
    const twins = proposals.length || mode === "strict" ? [] : earlier.nearTo(name).filter(isTwin);
    earlier.add(name, each);
    const shown = proposals.length ? proposals : twins;
    if (shown.length) {
      const named = shown.map((thing) => ({ slug: thing.slug, name: thing.name }));
      judgement.near.push({ kind, name, place, places, proposals: named });
    }
    const what = `${labelOf(kind)} "${name}"`;
    const text = message(
      what,
      shown,
      writeMatch({ kind, name, ref: shown[0]?.name ?? "" }),
      inPlaces(places),
    );
    if (mode === "strict") {
      const meant = proposals.length
        ? listed(proposals)
        : (likely.get(each) ?? []).map((text) => `"${text}"`).join(" or ");
      const hint = meant && ` Did you mean ${meant}?`;
      judgement.problems.push({ ...place, message: `There is no ${what}${inPlaces(places)}.${hint}` });
    } else if (proposals.length && mode === "create-clear") {
      judgement.problems.push({ ...place, message: `${text} if it is the same, or --create if it is new.` });
    } else if (shown.length) {
      judgement.problems.push({ ...place, level: "warning", message: `${text} if it is the same.` });
    }
  }
  return judgement;
}

function message(
  what: string,
  near: readonly { name: string; slug: string }[],
  match: string,
  count: string,
) {
  return `The ${what} is new${count}, but ${listed(near)} is written almost the same. Say --match "${match}"`;
}

/** Reads all known names once: those that are near an unknown one, and those most like the first unknown ones. */
async function compare(
  unknown: readonly UnknownName[],
  known: AsyncIterable<NameText[]> | Iterable<NameText[]>,
  suggested: number,
) {
  const index = new NearNames<UnknownName>();
  for (const each of unknown) index.add(each.name, each);
  const near = new Map<UnknownName, NameText[]>();
  const likely = new Map<UnknownName, string[]>();
  for await (const texts of known) {
    for (const text of texts) {
      for (const each of index.nearTo(text.text)) {
        const there = near.get(each) ?? [];
        if (each.isApart?.(text) || there.some(({ slug }) => slug === text.slug)) continue;
        if (there.length < MOST_PROPOSALS) near.set(each, [...there, text]);
      }
    }
    for (const each of unknown.slice(0, suggested)) {
      const names = [...(likely.get(each) ?? []), ...texts.map(({ name }) => name)];
      likely.set(each, nearest(each.name, [...new Set(names)]));
    }
  }
  return { near, likely };
}
