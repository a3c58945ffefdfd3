import type { Path } from "../../input/located";
import type { Fields } from "../fields";
import { regularExpression } from "../text";
import type { Compiler } from "./compiler";
import type { SkipRule } from "./mapping";

/** Tells that a row is none of a submission. */
export type Skip = (fields: Fields) => boolean;

/** Compiles the conditions under which a row is left out. */
export function planSkips(rules: SkipRule[], path: Path, compiler: Compiler): Skip[] {
  return rules.map((rule, i) => planSkip(rule, [...path, i], compiler));
}

function planSkip({ from, is, pattern, missing }: SkipRule, path: Path, compiler: Compiler): Skip {
  const make = compiler.text(from, [...path, "from"]);
  const texts = new Set(typeof is === "string" ? [is] : is);
  const expression =
    pattern === undefined
      ? null
      : compiler.attempt([...path, "pattern"], () => regularExpression(pattern), null);
  if (is === undefined && pattern === undefined && missing === undefined)
    compiler.problem(path, 'says no condition: give "is", "pattern" or "missing".');
  return (fields) => {
    const [found] = make(fields);
    if (!found) return missing === true;
    return texts.has(found.text) || (expression?.test(found.text) ?? false);
  };
}
