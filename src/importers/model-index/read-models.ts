import { byDataset } from "./by-dataset";
import type { ClaimReader } from "./claims";
import type { Collections, FoundCollection } from "./collections";
import { type ModelEntry, type ModelFacts, type Report, warn } from "./model-entry";
import { papersOf } from "./papers";
import { type Part, shapeOf } from "./part";
import { evaluationsOf } from "./results";
import type { Sheet } from "./sheet";

const NO_RESULTS = "no results. A submission is a model on a dataset, so nothing is kept of";
const NO_COLLECTION =
  "a collection that the given files do not have, or have with differing content. Its facts are not read for";

/** Reads the models of files. */
export class ModelReader {
  constructor(
    private readonly collections: Collections,
    private readonly claims: ClaimReader,
  ) {}

  /** What the models of a file reach; with warnings for all that is left out. */
  read(sheet: Sheet, source: string, report: Report): ModelEntry[] {
    const models = sheet.models.filter((model) => isGroup(model, report));
    const [measured, others] = [models.filter(hasResults), models.filter((model) => !hasResults(model))];
    const lost = measured.filter((model) => collectionName(model) && !this.collectionOf(model, sheet));
    sumUp(others, ["has", "have"], NO_RESULTS, report);
    sumUp(lost, ["names", "name"], NO_COLLECTION, report);
    return measured.flatMap((model) => this.entriesOf(model, sheet, source, report));
  }

  private entriesOf(model: Part, sheet: Sheet, source: string, report: Report): ModelEntry[] {
    const name = model.get("name")?.text;
    if (!name) {
      warn(model.place, 'the model has no "Name". Its results are left out.', report);
      return [];
    }
    const common = {
      source,
      place: model.place,
      name,
      config: model.get("config")?.named ?? null,
      collection: collectionName(model),
      facts: this.factsOf(model, sheet),
    };
    const datasets = byDataset(evaluationsOf(model, report), report);
    return datasets.map((dataset) => ({ ...common, ...dataset }));
  }

  private factsOf(model: Part, sheet: Sheet): ModelFacts {
    const collection = this.collectionOf(model, sheet);
    const claims = this.claims.read({ model, collection, cardDatasets: sheet.datasets });
    const papers = papersOf(model, collection);
    return {
      ...(Object.keys(claims).length && { description: { line: model.place.line } }),
      ...claims,
      ...(papers.length && { papers }),
    };
  }

  private collectionOf(model: Part, sheet: Sheet): FoundCollection | undefined {
    const reference = model.get("in collection");
    return reference?.named ? this.collections.find(sheet, reference) : undefined;
  }
}

function hasResults(model: Part): boolean {
  return !!model.get("results")?.items().length;
}

function collectionName(model: Part): string | null {
  return model.get("in collection")?.named ?? null;
}

function isGroup(model: Part, report: Report): boolean {
  const is = model.isMapping;
  const message = `a model must be a group with Name and Results, not ${shapeOf(model)}. It is left out.`;
  if (!is) warn(model.place, message, report);
  return is;
}

/** One warning for several models, at the first of them. */
function sumUp(models: Part[], [has, have]: [string, string], what: string, report: Report): void {
  const [first] = models;
  if (!first) return;
  const one = models.length === 1;
  const message = `${one ? `1 model ${has}` : `${models.length} models ${have}`} ${what} ${one ? "it" : "them"}.`;
  warn(first.place, one ? message : `${message} The first stands here.`, report);
}
