import type { NamedPaper } from "../named-result";
import type { Place } from "../problem";
import type { FoundCollection } from "./collections";
import type { Part } from "./part";

const ARXIV =
  /arxiv(?:\.org\/(?:abs|pdf|html)\/|:\s*)((?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?!\d))/i;
const DOI = /doi\.org\/(10\.\d{4,9}\/[^\s?#]+)/i;

const KEYS = ["paper", "papers"];

/** The papers of a model and of its collection, each once: a text, a group of title and address, or a list of those. */
export function papersOf(model: Part, collection: FoundCollection | undefined): NamedPaper[] {
  const papers = new Map<string, NamedPaper>();
  const add = (part: Part | undefined, place?: Place) => {
    for (const item of part?.items() ?? []) {
      const paper = paperOf(item, place);
      const key = paper && (paper.arxivId ?? paper.doi ?? paper.url ?? paper.title);
      if (paper && key && !papers.has(key)) papers.set(key, paper);
    }
  };
  add(model.get(...KEYS));
  add(collection?.part.get(...KEYS), collection?.referredAt);
  return [...papers.values()];
}

function paperOf(part: Part, place = part.place): NamedPaper | null {
  const address = part.isMapping ? part.get("url", "link")?.named : part.named;
  const title = part.isMapping ? part.get("title", "name")?.named : null;
  const url = address && /^https?:\/\/\S+$/.test(address) ? address : undefined;
  const shown = title ?? (url ? undefined : address);
  if (!url && !shown) return null;
  return {
    place,
    ...(shown && { title: shown }),
    ...identifiers(address ?? ""),
    ...(url && { url }),
  };
}

function identifiers(address: string): Pick<NamedPaper, "arxivId" | "doi"> {
  const [, arxivId] = ARXIV.exec(address) ?? [];
  const [, doi] = DOI.exec(address) ?? [];
  return { ...(arxivId && { arxivId }), ...(doi && { doi }) };
}
