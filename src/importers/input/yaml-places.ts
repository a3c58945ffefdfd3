import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Path } from "./located";
import type { Targets } from "./yaml-check";

/** Finds values in a YAML document by their paths. */
export class YamlPlaces {
  private readonly maps = new WeakMap<YAMLMap, Map<string, Node | null>>();

  constructor(
    private readonly top: Node | null,
    private readonly targets: Targets,
  ) {}

  /** What stands under the path, be it an alias, or the nearest above it, and whether it is the very one. */
  find(path: Path): { node: Node | null; exact: boolean } {
    let node = this.top;
    for (const key of path) {
      const inner = this.child(this.meant(node), key);
      if (!inner) return { node, exact: false };
      node = inner;
    }
    return { node, exact: true };
  }

  /** What an alias stands for; any other node itself. */
  meant(node: Node | null): Node | null {
    return isAlias(node) ? (this.targets.get(node) ?? null) : node;
  }

  private child(node: Node | null, key: string | number): Node | null | undefined {
    if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
    if (!isMap(node)) return undefined;
    let values = this.maps.get(node);
    if (!values) {
      values = new Map(
        node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", value as Node | null]),
      );
      this.maps.set(node, values);
    }
    return values.get(String(key));
  }
}
