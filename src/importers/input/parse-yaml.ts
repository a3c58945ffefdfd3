import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Parsed, Path } from "./located";

/** Reads a YAML text of one document, without aliases, merge keys and tags. `name` is that of the file. */
export function parseYaml(name: string, text: string): Parsed {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: line || 1, column: col || 1 };
  };
  if (parsed.errors.length) {
    const problems = parsed.errors.map(({ pos, message }) => ({ ...placeAt(pos[0]), message }));
    return { document: null, problems };
  }
  const nodeAt = (path: Path, exact: boolean) => {
    let node: Node | null = parsed.contents;
    for (const key of path) {
      const inner: Node | null | undefined = child(node, key);
      if (!inner) return exact ? null : node;
      node = inner;
    }
    return node;
  };
  return {
    problems: [],
    document: {
      value: parsed.toJS(),
      at: (path) => placeAt(nodeAt(path, false)?.range?.[0] ?? 0),
      raw(path) {
        const node = nodeAt(path, true);
        return isScalar(node) ? (node.source ?? String(node.value ?? "")) : undefined;
      },
    },
  };
}

function child(node: Node | null, key: string | number): Node | null | undefined {
  if (isSeq(node)) return node.items[Number(key)] as Node;
  if (!isMap(node)) return null;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    ?.value as Node;
}
