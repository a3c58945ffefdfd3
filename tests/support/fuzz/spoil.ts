import type { RandomOperation } from "./random-operation";
import { STRANGE_TEXTS } from "./random-values";

type Below = (limit: number) => number;

const TOKENS = /"(?:\\.|[^"\\])*"|\.\.\.|[$@]?\w+|[^\s]/g;

const STRANGE_TOKENS = [
  ..."{}()[]:!|&=@$#,",
  "...",
  '"',
  '"""',
  "null",
  "true",
  "-",
  "0x1",
  "1.",
  "00",
  "99999999999999999999",
  "1e999",
  '"\\u{110000}"',
  '"\\ud800"',
  "\u0000",
  "\ufeff",
  "🙂",
  "on",
  "fragment",
  "subscription",
  "mutation",
  "extend",
  "__schema",
  "__typename",
  "__proto__",
  "$a",
  "@skip",
  "@skip(if: true)",
  "@include(if: null)",
  "@include",
  "@deprecated",
  "@unknown(x: 1)",
  "...F0",
  "...Nowhere",
  "...on Query{a:__typename}",
];

const STRANGE_JSON: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  "x",
  [],
  {},
  [[[]]],
  { a: { b: {} } },
  { __proto__: null, constructor: 1 },
  ["a", null],
  ...STRANGE_TEXTS,
];

/** Makes an operation wrong, most of the time, in one of the ways in which operations are wrong. */
export function spoil({ query, variables }: RandomOperation, below: Below): RandomOperation {
  const tokens = query.match(TOKENS) ?? [];
  const at = below(tokens.length);
  const one = <T>(choices: readonly T[]): T => choices[below(choices.length)];
  const joined = (start: number, removed: number, ...added: string[]) => ({
    query: tokens.toSpliced(start, removed, ...added).join(" "),
    variables,
  });
  const named = one(Object.keys(variables));
  const ways: (() => RandomOperation)[] = [
    () => joined(at, 1),
    () => joined(at, 1 + below(5)),
    () => joined(at, 0, tokens[at]),
    () => joined(at, 0, ...tokens.slice(at, at + 1 + below(8))),
    () => joined(at, 1, one(tokens)),
    () => joined(at, 1, one(STRANGE_TOKENS)),
    () => joined(at, 0, one(STRANGE_TOKENS)),
    () => joined(at, tokens.length),
    () => joined(at, 1, `${tokens[at]}x`),
    () => ({ query: query.slice(0, below(query.length)), variables }),
    () => ({ query: `${query} fragment Round on Query { ...Round }`, variables }),
    () => ({ query: `${query.replace("{", "{ ...Round ")} fragment Round on Query { ...Round }`, variables }),
    () => ({ query: `${query} query second { __typename }`, variables }),
    () => ({ query: query.replace(/^query/, one(["mutation", "subscription"])), variables }),
    () => ({ query, variables: { ...variables, [named]: one(STRANGE_JSON) } }),
    () => ({ query, variables: { ...variables, [named]: one(STRANGE_JSON) } }),
    () => ({
      query,
      variables: Object.fromEntries(Object.entries(variables).filter(([key]) => key !== named)),
    }),
    () => ({ query: query.replace(/: (\w+): (\w+)/, ": $1: $2, $1: $2"), variables }),
    () => ({
      query: query.replace(/(\$v\d+: )[[\]\w!]+/, `$1${one(["Int", "String!", "[ID]", "Nothing"])}`),
      variables,
    }),
    () => ({ query: query.replace(/"[^"]*"/, () => JSON.stringify(one(STRANGE_TEXTS))), variables }),
  ];
  return one(ways)();
}
