import type { GraphQLError } from "graphql";

/** What class-validator reports about one property; `target` and `value` are there too and are not repeated. */
interface PropertyProblem {
  property: string;
  constraints?: Record<string, string>;
  children?: PropertyProblem[];
}

/**
 * Puts the findings of class-validator, which type-graphql throws as one error, into words.
 * @returns the first argument at fault and a message naming all of them; undefined for other errors
 */
export function validationFault(error: GraphQLError): { argument: string; message: string } | undefined {
  const problems = error.extensions.validationErrors;
  if (!Array.isArray(problems)) return undefined;
  const findings = (problems as PropertyProblem[]).flatMap((problem) => flatten(problem, problem.property));
  const [first] = findings;
  if (!first) return undefined;
  const message = findings.map(({ argument, text }) => `${argument}: ${text}`).join("; ");
  return { argument: first.argument, message: `${message}.` };
}

function flatten(problem: PropertyProblem, argument: string): { argument: string; text: string }[] {
  const own = Object.values(problem.constraints ?? {}).map((text) => ({ argument, text }));
  const below = (problem.children ?? []).flatMap((child) => flatten(child, `${argument}.${child.property}`));
  return [...own, ...below];
}
