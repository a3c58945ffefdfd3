import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Path } from "./located";
import type { Targets } from "./yaml-check";

/** Finds values in a YAML document by their paths. */
export class YamlPlaces {
  private readonly maps = new WeakMap<YAMLMap, Map<string, { key: Node; value: Node | null }>>();

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

  /** The key under which something stands; undefined where there is none. */
  findKey(path: Path): Node | undefined {
    const { node, exact } = this.find(path.slice(0, -1));
    const map = this.meant(node);
    return exact && isMap(map) ? this.itemsOf(map).get(String(path.at(-1)))?.key : undefined;
  }

  private child(node: Node | null, key: string | number): Node | null | undefined {
    if (isSeq(node)) return node.items[Number(key)] as Node | undefined;
    return isMap(node) ? this.itemsOf(node).get(String(key))?.value : undefined;
  }

  private itemsOf(map: YAMLMap): Map<string, { key: Node; value: Node | null }> {
    const known = this.maps.get(map);
    if (known) return known;
    const items = new Map(
      map.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value) : "",
        { key: key as Node, value: value as Node | null },
      ]),
    );
    this.maps.set(map, items);
    return items;
  }
}
