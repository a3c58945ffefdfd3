import type { Answer, TestService } from "./test-service";

/** A value that must be refused, and how. */
export interface BadValue {
  /** What stands within the braces of the query, with `$v` for the value. */
  query: string;
  value: unknown;
  /** GraphQL type of the variable; the value is sent as a literal only when there is none. */
  type?: string;
  code?: string;
  /** Path of the argument at fault, where the value is a literal. */
  argument: string;
  /** The same for a variable, where it differs. */
  variable?: string;
  message: RegExp;
  suggestions?: string[];
}

/** The value as it is written in a document; enumerations and numbers JSON has not are given as `{ text }`. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(" ")}]`;
  if (typeof value === "object" && value !== null && "text" in value) return String(value.text);
  return JSON.stringify(value);
}

/** Sends a bad value as a literal. */
export function asLiteral(service: TestService, { query, value }: BadValue): Promise<Answer> {
  return service.ask(`{ ${query.replace("$v", () => literal(value))} }`);
}

/** Sends a bad value as a variable. */
export function asVariable(service: TestService, { query, value, type }: BadValue): Promise<Answer> {
  return service.ask(`query ($v: ${type}) { ${query} }`, { v: value });
}

/** What an answer says of its only error, in the form in which the tests state it. */
export function faultOf({ errors }: Answer) {
  expect(errors).toHaveLength(1);
  const { message, extensions = {} } = errors?.[0] ?? { message: "" };
  const { code, argument, suggestions } = extensions;
  return { code, argument, message, ...(suggestions ? { suggestions } : {}) };
}

/** Expects an answer to be the refusal that is stated. */
export function expectRefusal(answer: Answer, bad: BadValue, argument: string): void {
  expect(faultOf(answer)).toEqual({
    code: bad.code ?? "BAD_USER_INPUT",
    argument,
    message: expect.stringMatching(bad.message),
    ...(bad.suggestions && { suggestions: bad.suggestions }),
  });
}

/** Where the tables put their values. */
export const BOARD = 'leaderboard(ref: "megaface-identification")';
export const RANKING = (args: string) => `${BOARD} { ranking(${args}) { nodes { rank } } }`;
export const SUBMISSIONS = (args: string) => `submissions(${args}) { nodes { slug } }`;
export const WHERE = (where: string) => SUBMISSIONS(`where: { ${where} }`);

export const LOSS = "lossFunction(ref: $v) { name }";
