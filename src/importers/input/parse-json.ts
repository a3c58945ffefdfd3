import { markup } from "./faults";
import { jsonFaults } from "./json-faults";
import { JsonPlaces } from "./json-places";
import type { Parsed } from "./located";
import { Places } from "./places";

/**
 * Reads a JSON text, strictly: no comments, no trailing commas, no key twice, nothing that a store cannot keep. `name` is
 * that of the file, for messages.
 */
export function parseJson(name: string, text: string): Parsed {
  const places = new Places(name, text);
  const page = markup(text);
  if (page) return { document: null, problems: [{ ...places.at(0), message: page }] };
  const faults = jsonFaults(text, places);
  if (faults.length) return { document: null, problems: faults };
  const values = new JsonPlaces(text);
  return {
    problems: [],
    document: {
      value: JSON.parse(text),
      at: (path) => places.at(values.find(path).offset),
      raw(path) {
        const { offset, exact } = values.find(path);
        if (!exact || text[offset] === "{" || text[offset] === "[") return undefined;
        const raw = text.slice(offset, values.endOf(offset));
        return raw.startsWith('"') ? JSON.parse(raw) : raw;
      },
    },
  };
}
