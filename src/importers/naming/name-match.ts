import { nameKey } from "../../common/name-key";
import type { Place } from "../problem";
import { labelOf, NAMED_KINDS, type NamedKind } from "./named-kind";

/** A curator's word that a name means a thing: `ref` is its slug, name or alias. */
export interface NameMatch {
  kind: NamedKind;
  name: string;
  ref: string;
  /** Where it is written, if in a file. */
  place?: Place;
}

/** The kind as it is written in a match, such as "loss-function". */
function wordOf(kind: NamedKind): string {
  return labelOf(kind).replaceAll(" ", "-");
}

/** Writes a match as it is given on the command line: `backbone:resnet50=ResNet-50`. */
export function writeMatch({ kind, name, ref }: Omit<NameMatch, "place">): string {
  return `${wordOf(kind)}:${name}=${ref}`;
}

/** Reads `backbone:resnet50=ResNet-50`. Throws an Error that says what would be right. */
export function readMatch(text: string): NameMatch {
  const [, word, name, ref] = /^([a-z-]+):(.+)=(.+)$/is.exec(text.trim()) ?? [];
  if (!word) throw new Error(`"${text}" is no match. Write it as in "backbone:resnet50=ResNet-50".`);
  const kind = NAMED_KINDS.find((each) => wordOf(each) === word.toLowerCase());
  if (!kind) {
    throw new Error(`"${word}" is no kind of thing. Kinds are ${NAMED_KINDS.map(wordOf).join(", ")}.`);
  }
  return { kind, name: name.trim(), ref: ref.trim() };
}

/** Where messages say that a match without a place stands. */
const COMMAND_LINE: Place = { file: "--match", line: 1, column: 1 };

export type PlacedMatch = Required<NameMatch>;

/** The matches of one kind, by the key of the name. */
export function matchesOf(kind: NamedKind, matches: readonly NameMatch[]): Map<string, PlacedMatch> {
  return new Map(
    matches
      .filter((match) => match.kind === kind)
      .map((match) => [nameKey(match.name), { place: COMMAND_LINE, ...match }]),
  );
}
