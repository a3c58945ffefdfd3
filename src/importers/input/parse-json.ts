import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Located, Parsed, Path } from "./located";
import { placeIn } from "./text-cursor";

/** Reads a JSON text, strictly: what it gives is exactly what it says. `name` is that of the file. */
export function parseJson(name: string, text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    let tree: Node | undefined;
    const nodeAt = (path: Path) => {
      tree ??= parseTree(text);
      return tree && findNodeAtLocation(tree, [...path]);
    };
    const document: Located = {
      value,
      at(path) {
        for (let length = path.length; length >= 0; length -= 1) {
          const node = nodeAt(path.slice(0, length));
          if (node) return placeIn(name, text, node.offset);
        }
        return placeIn(name, text, 0);
      },
      raw(path) {
        const node = nodeAt(path);
        if (!node || node.children) return undefined;
        return node.type === "string" ? node.value : text.slice(node.offset, node.offset + node.length);
      },
    };
    return { document, problems: [] };
  } catch (error) {
    return { document: null, problems: [{ ...placeIn(name, text, 0), message: (error as Error).message }] };
  }
}
