import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Problem } from "../problem";
import { type SectionName, sectionSchemas } from "./bundle.schema";

/** A file of a bundle: its name for messages, and its text. */
export interface BundleFile {
  name: string;
  text: string;
}

/** One value of a record, and where it stands. */
export interface Placed {
  value: unknown;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at: (path: (string | number)[]) => Pick<Problem, "file" | "line" | "column">;
}

/** A record as written: its keys with their values. */
export type RawRecord = Map<string, Placed>;

/** The records of one file by section; what cannot be read is told to `report`. */
export function readSections(
  { name: file, text }: BundleFile,
  report: (problem: Problem) => void,
): Map<SectionName, RawRecord[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true });
  const place = (node: Node | ParsedNode | null | undefined) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { file, line: line || 1, column: col || 1 };
  };
  const sections = new Map<SectionName, RawRecord[]>();
  for (const error of document.errors) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    report({ file, line, column: col, message: error.message.split("\n")[0] });
  }
  if (document.errors.length) return sections;
  if (!isMap(document.contents)) {
    report({ ...place(document.contents), message: `a bundle file has sections: ${known()}.` });
    return sections;
  }
  for (const { key, value } of document.contents.items) {
    const section = String(isScalar(key) ? key.value : key);
    if (!Object.hasOwn(sectionSchemas, section)) {
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
      return [new Map(entries)];
    });
  }
}

function known(): string {
  return Object.keys(sectionSchemas).join(", ");
}
