import { type Document, isScalar, type Node, parseDocument } from "yaml";
import { Faults, MAX_DEPTH, markup, TOO_DEEP } from "./faults";
import type { Located, Parsed } from "./located";
import { Places } from "./places";
import { checkYaml } from "./yaml-check";
import { YamlPlaces } from "./yaml-places";
import { syntaxFault } from "./yaml-words";

/** Reading YAML can take two hundred times its size in memory, and seconds for a megabyte. */
const MAX_CHARACTERS = 4 * 2 ** 20;

/** A file that is larger has too many characters, whatever they are. */
export const MAX_YAML_BYTES = 4 * MAX_CHARACTERS;

/**
 * Reads a YAML text of one document as plain data: no tags or merge keys, no key with two values, and every key as the
 * text it is written with. An alias is read as what it stands for, within bounds. `name` is that of the file, for
 * messages.
 */
export function parseYaml(name: string, text: string): Parsed {
  const faults = new Faults(new Places(name, text));
  try {
    const document = read(text, faults);
    return { document: faults.fatal ? null : document, problems: faults.problems };
  } catch (error) {
    faults.add(0, error instanceof RangeError ? TOO_DEEP : `${(error as Error).message}. Mend the syntax.`);
    return { document: null, problems: faults.problems };
  }
}

function read(text: string, faults: Faults): Located | null {
  const page = markup(text);
  if (page) faults.add(0, page);
  else if (text.length > MAX_CHARACTERS)
    faults.add(0, "more than 4 MB of YAML are not read. Give them as JSON.");
  const deep = tooManyOpened(text);
  if (deep !== null) faults.add(deep, TOO_DEEP);
  if (faults.fatal) return null;
  const parsed = parseDocument(text, {
    prettyErrors: false,
    schema: "core",
    resolveKnownTags: false,
    stringKeys: true,
    // The parser compares every key with every other.
    uniqueKeys: false,
  });
  const [first] = parsed.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (first) {
    const { offset, message } = syntaxFault(first, parsed, text, faults.places);
    faults.add(offset, message);
    return null;
  }
  const values = new YamlPlaces(parsed.contents, checkYaml(parsed, faults));
  return faults.fatal ? null : located(parsed, values, faults.places);
}

function located(parsed: Document.Parsed, values: YamlPlaces, places: Places): Located {
  return {
    value: parsed.toJS({ maxAliasCount: -1 }),
    at: (path) => places.at(startOf(values.find(path).node)),
    keyAt: (path) => places.at(startOf(values.findKey(path) ?? values.find(path).node)),
    raw(path) {
      const { node, exact } = values.find(path);
      const meant = exact ? values.meant(node) : null;
      if (!isScalar(meant)) return undefined;
      return typeof meant.value === "string" ? meant.value : (meant.source ?? "");
    },
  };
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

/** Where more lists and maps are opened in a row than may be; the parser would take minutes to find out. */
function tooManyOpened(text: string): number | null {
  let opened = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === "[" || char === "{") opened += 1;
    else if (char > " ") opened = 0;
    if (opened > MAX_DEPTH) return at;
  }
  return null;
}
