import { Faults, markup } from "./faults";
import { findJsonFaults } from "./json-faults";
import { JsonPlaces } from "./json-places";
import type { Parsed } from "./located";
import { Places } from "./places";

/**
 * Reads a JSON text, strictly: no comments, no trailing commas, no key with two values, nothing that a store cannot keep. `name` is
 * that of the file, for messages.
 */
export function parseJson(name: string, text: string): Parsed {
  const places = new Places(name, text);
  const faults = new Faults(places);
  const page = markup(text);
  if (page) faults.add(0, page);
  else findJsonFaults(text, faults);
  if (faults.fatal) return { document: null, problems: faults.problems };
  const values = new JsonPlaces(text);
  return {
    problems: faults.problems,
    document: {
      value: JSON.parse(text),
      at: (path) => places.at(values.find(path).offset),
      keyAt: (path) => places.at(values.findKey(path) ?? values.find(path).offset),
      raw(path) {
        const { offset, exact } = values.find(path);
        if (!exact || text[offset] === "{" || text[offset] === "[") return undefined;
        const raw = text.slice(offset, values.endOf(offset));
        return raw.startsWith('"') ? JSON.parse(raw) : raw;
      },
    },
  };
}
