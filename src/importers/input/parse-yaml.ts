import { type Document, isScalar, parseDocument } from "yaml";
import type { Problem } from "../problem";
import { Faults, markup, TOO_DEEP } from "./faults";
import type { Located, Parsed } from "./located";
import { Places } from "./places";
import { yamlFaults } from "./yaml-faults";
import { YamlPlaces } from "./yaml-places";
import { syntaxFault } from "./yaml-words";

/** Reading YAML can take two hundred times its size in memory, and seconds for a megabyte. */
const MAX_CHARACTERS = 4 * 2 ** 20;

/**
 * Reads a YAML text of one document as plain data: no aliases, tags or merge keys, no key twice, and every key as the
 * text it is written with. `name` is that of the file, for messages.
 */
export function parseYaml(name: string, text: string): Parsed {
  const places = new Places(name, text);
  const refused = (message: string) => failed([{ ...places.at(0), message }]);
  const page = markup(text);
  if (page) return refused(page);
  if (text.length > MAX_CHARACTERS) return refused("more than 4 MB of YAML are not read. Give them as JSON.");
  try {
    const parsed = parseDocument(text, {
      prettyErrors: false,
      schema: "core",
      resolveKnownTags: false,
      stringKeys: true,
      // The parser compares every key with every other.
      uniqueKeys: false,
    });
    const faults = new Faults(places);
    const [first] = parsed.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
    if (first) {
      const { offset, message } = syntaxFault(first, parsed, text, places);
      faults.add(offset, message);
    } else yamlFaults(parsed, faults);
    return faults.problems.length
      ? failed(faults.problems)
      : { document: located(parsed, places), problems: [] };
  } catch (error) {
    return refused(error instanceof RangeError ? TOO_DEEP : `${(error as Error).message}. Mend the syntax.`);
  }
}

function failed(problems: Problem[]): Parsed {
  return { document: null, problems };
}

function located(parsed: Document.Parsed, places: Places): Located {
  const values = new YamlPlaces(parsed.contents);
  return {
    value: parsed.toJS(),
    at: (path) => places.at(values.find(path).node?.range?.[0] ?? 0),
    raw(path) {
      const { node, exact } = values.find(path);
      if (!exact || !isScalar(node)) return undefined;
      return typeof node.value === "string" ? node.value : (node.source ?? "");
    },
  };
}
