import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { type Faults, MAX_DEPTH, TOO_DEEP, unkeepable } from "./faults";

/** As many values may all aliases of a document stand for together. */
const MAX_ALIASED = 100_000;

/** What stands for what in a document. */
export type Targets = ReadonlyMap<Alias, Node>;

/** Tells what a document without breaches of syntax says that is no plain data, and what its aliases stand for. */
export function checkYaml(document: Document.Parsed, faults: Faults): Targets {
  for (const { code, pos, message } of document.warnings) {
    if (code !== "TAG_RESOLVE_FAILED") continue;
    const tag = message.replace(/^Unresolved tag: /, "").replace(/^tag:yaml.org,2002:/, "!!");
    faults.add(pos[0], `the tag ${tag} is not read. Write the value as plain text, number, list or map.`);
  }
  const check = new YamlCheck(faults);
  check.visit(document.contents, 1);
  return check.targets;
}

/** How many values a node stands for with all below it, and how deep they are nested. */
interface Extent {
  values: number;
  depth: number;
}

const NOTHING: Extent = { values: 0, depth: 0 };

class YamlCheck {
  readonly targets = new Map<Alias, Node>();
  private readonly anchors = new Map<string, { node: Node; extent: Extent | null }>();
  private aliased = 0;
  private stopped = false;

  constructor(private readonly faults: Faults) {}

  visit(node: unknown, level: number): Extent {
    if (!isNode(node) || this.stopped) return NOTHING;
    if (isAlias(node)) return this.alias(node, level);
    const anchor = { node, extent: null as Extent | null };
    if (node.anchor) this.anchors.set(node.anchor, anchor);
    anchor.extent = this.measure(node, level);
    return anchor.extent;
  }

  private measure(node: Node, level: number): Extent {
    if (isScalar(node)) this.checkScalar(node);
    if (isMap(node)) this.checkKeys(node);
    if (!isCollection(node)) return { values: 1, depth: 0 };
    if (level > MAX_DEPTH) return this.stop(node, TOO_DEEP);
    const extent = { values: 1, depth: 1 };
    for (const item of node.items) {
      const parts = isNode(item)
        ? [item]
        : [(item as { key: unknown }).key, (item as { value: unknown }).value];
      for (const part of parts) {
        const inner = this.visit(part, level + 1);
        extent.values += inner.values;
        extent.depth = Math.max(extent.depth, inner.depth + 1);
      }
    }
    return extent;
  }

  private alias(alias: Alias, level: number): Extent {
    const anchor = this.anchors.get(alias.source);
    const name = `"*${alias.source}"`;
    if (!anchor)
      return this.stop(alias, `${name} stands for nothing: no "&${alias.source}" comes before it.`);
    if (!anchor.extent)
      return this.stop(alias, `${name} stands for what it is part of. Write out what is meant.`);
    this.targets.set(alias, anchor.node);
    this.aliased += anchor.extent.values;
    if (this.aliased > MAX_ALIASED) {
      return this.stop(
        alias,
        `${name}: aliases up to here stand for more than ${MAX_ALIASED} values. Write them out.`,
      );
    }
    return level + anchor.extent.depth > MAX_DEPTH + 1 ? this.stop(alias, TOO_DEEP) : anchor.extent;
  }

  private checkScalar(scalar: Scalar): void {
    const { value } = scalar;
    const fault = typeof value === "string" ? unkeepable(value) : null;
    if (fault) this.faults.add(startOf(scalar), fault);
    const tooLarge = typeof value === "number" && !Number.isFinite(value) && /\d/.test(scalar.source ?? "");
    if (tooLarge) this.faults.add(startOf(scalar), "a number that is too large to be read.");
  }

  private checkKeys(map: YAMLMap): void {
    const seen = new Map<string, { at: number; value: unknown }>();
    for (const { key, value } of map.items) {
      if (isAlias(key)) this.stop(key, "an alias cannot be a key. Write the key as a text.");
      if (!isScalar(key)) continue;
      const [name, at] = [String(key.value), startOf(key)];
      const first = seen.get(name);
      if (!first) seen.set(name, { at, value });
      else this.faults.addRepeated(at, name, first.at, isSameScalar(first.value, value));
    }
  }

  private stop(node: Node, message: string): Extent {
    this.faults.add(startOf(node), message);
    this.stopped = true;
    return NOTHING;
  }
}

function isSameScalar(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && Object.is(a.value, b.value) && a.source === b.source;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
