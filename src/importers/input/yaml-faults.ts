import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import { type Faults, MAX_DEPTH, TOO_DEEP, unkeepable } from "./faults";

/** Tells what a document without breaches of syntax says that cannot be read as plain data. */
export function yamlFaults(document: Document.Parsed, faults: Faults): void {
  for (const { code, pos, message } of document.warnings) {
    if (code !== "TAG_RESOLVE_FAILED") continue;
    const tag = message.replace(/^Unresolved tag: /, "").replace(/^tag:yaml.org,2002:/, "!!");
    faults.add(pos[0], `the tag ${tag} is not read. Write the value as plain text, number, list or map.`);
  }
  visit(document, {
    Node(_, node, above) {
      if (faults.full) return visit.BREAK;
      // An alias may stand for nothing, for itself, or for more than memory holds.
      if (isAlias(node)) {
        faults.add(startOf(node), `"*${node.source}": write the value out; aliases are not read.`);
      }
      if (isScalar(node)) checkScalar(node, faults);
      if (isMap(node)) checkKeys(node, faults);
      if (!isCollection(node) || above.filter(isCollection).length < MAX_DEPTH) return undefined;
      faults.add(startOf(node), TOO_DEEP);
      return visit.BREAK;
    },
  });
}

function checkScalar(scalar: Scalar, faults: Faults): void {
  const { value } = scalar;
  const fault = typeof value === "string" ? unkeepable(value) : null;
  if (fault) faults.add(startOf(scalar), fault);
  const tooLarge = typeof value === "number" && !Number.isFinite(value) && /\d/.test(scalar.source ?? "");
  if (tooLarge) faults.add(startOf(scalar), "a number that is too large to be read.");
}

function checkKeys(map: YAMLMap, faults: Faults): void {
  const seen = new Map<string, number>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, startOf(key));
    else faults.addRepeated(startOf(key), name, first);
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
