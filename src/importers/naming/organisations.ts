import type { Place, Problem } from "../problem";
import { inPlaces } from "./decision";
import type { NamingReport } from "./naming-report";
import { organisationsIn, possibleNames } from "./organisation-text";
import type { ThingNames } from "./thing-names";

interface Text {
  names: string[];
  unsure: string[];
  slugs: string[];
  place: Place;
  places: number;
}

/** Decides which organisations the texts of an import name. */
export class Organisations {
  private readonly texts = new Map<string, Text>();

  constructor(private readonly names: ThingNames) {}

  want(text: string): void {
    if (this.texts.has(text)) return;
    for (const name of possibleNames(text)) this.names.want(name);
  }

  /** The slugs of the organisations that the text names, each once. */
  resolve(text: string, place: Place): string[] {
    let known = this.texts.get(text);
    if (!known) {
      const parts = organisationsIn(text, (name) => this.names.isKnown(name));
      known = { ...parts, slugs: [], place, places: 0 };
      this.texts.set(text, known);
    }
    known.places += 1;
    const slugs = known.names.map((name) => this.names.resolve(name, place).slug);
    if (known.slugs.length === 0) known.slugs = [...new Set(slugs)];
    return known.slugs;
  }

  takenApart(): NamingReport["takenApart"] {
    return [...this.texts]
      .filter(([, { names }]) => names.length > 1)
      .map(([text, { slugs, places }]) => ({ text, organisations: slugs, places }));
  }

  problems(): Problem[] {
    return [...this.texts.values()].flatMap(({ unsure, place, places }) =>
      unsure.map((name) => ({
        ...place,
        level: "warning" as const,
        message: `"${name}" is taken as one organisation, for none of its parts is known${inPlaces(places)}. Write ";" between them if they are several.`,
      })),
    );
  }
}
