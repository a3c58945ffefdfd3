import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, visit } from "yaml";
import type { Place, Problem } from "../problem";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { checkManifest, MANIFEST } from "./manifest";
import type { PlacedRecord } from "./placed-record";

/** A file of a bundle: its name for messages, and its text. */
export interface BundleFile {
  name: string;
  text: string;
}

/** One value of a record, and where it stands. */
export interface Placed {
  value: unknown;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at: (path: (string | number)[]) => Place;
}

/** A record as written, in one file or in several: its keys with their values, and where it begins. */
export class RawRecord extends Map<string, Placed> {
  constructor(
    entries: Iterable<[string, Placed]>,
    readonly start: Place,
  ) {
    super(entries);
  }

  get whole(): PlacedRecord {
    return {
      value: Object.fromEntries([...this].map(([key, { value }]) => [key, value])),
      at: ([key, ...inner]) => this.get(String(key))?.at(inner) ?? this.start,
    };
  }
}

/** The records of one file by section; what cannot be read is told to `report`. */
export function readSections(
  { name: file, text }: BundleFile,
  report: (problem: Problem) => void,
): Map<SectionName, RawRecord[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line || 1, column: col || 1 };
  };
  const place = (node: Node | ParsedNode | null | undefined) => placeAt(node?.range?.[0] ?? 0);
  const sections = new Map<SectionName, RawRecord[]>();
  for (const { pos, code, message } of document.errors) {
    const text = code === "MULTIPLE_DOCS" ? 'a bundle file is one document: take "---" out.' : message;
    report({ ...placeAt(pos[0]), message: text });
  }
  if (document.errors.length) return sections;
  let repeats = false;
  visit(document, {
    // An alias may stand for nothing, for itself, or for more than memory holds.
    Alias(_, alias) {
      repeats = true;
      report({ ...place(alias), message: `"*${alias.source}": write the value out; aliases are not read.` });
      return visit.BREAK;
    },
  });
  if (repeats) return sections;
  if (!isMap(document.contents)) {
    report({ ...place(document.contents), message: `a bundle file has sections: ${known()}.` });
    return sections;
  }
  for (const { key, value } of document.contents.items) {
    const section = String(isScalar(key) ? key.value : key);
    if (section === MANIFEST && isMap(value)) {
      for (const manifest of readRecords(section, [value as Node])) checkManifest(manifest.whole, report);
    } else if (!Object.hasOwn(sectionSchemas, section)) {
      report({ ...place(key as Node), message: `"${section}" is not a section. Sections are ${known()}.` });
    } else if (!isSeq(value)) {
      report({ ...place(key as Node), message: `"${section}" must be a list of records.` });
    } else {
      sections.set(section as SectionName, readRecords(section, value.items as Node[]));
    }
  }
  return sections;

  function readRecords(section: string, nodes: Node[]): RawRecord[] {
    return nodes.flatMap((node) => {
      if (!isMap(node)) {
        report({
          ...place(node),
          message: `"${section}" must be a list of records, each with named values.`,
        });
        return [];
      }
      const entries = node.items.map(({ key, value }): [string, Placed] => {
        const keyNode = key as Node;
        const valueNode = value as Node | null;
        const at = (path: (string | number)[]) => {
          for (let length = path.length; length > 0; length -= 1) {
            const inner =
              isMap(valueNode) || isSeq(valueNode) ? valueNode.getIn(path.slice(0, length), true) : null;
            if (inner) return place(inner as Node);
          }
          return place(keyNode);
        };
        return [String(isScalar(key) ? key.value : key), { value: valueNode?.toJS(document) ?? null, at }];
      });
      return [new RawRecord(entries, place(node))];
    });
  }
}

function known(): string {
  return Object.keys(sectionSchemas).join(", ");
}
