import type { AskedQuery } from "../api/asked";

/** A query as something that runs elsewhere. */
export interface Code {
  name: string;
  write(query: AskedQuery, origin: string): string;
}

const body = ({ text, variables }: AskedQuery) => JSON.stringify({ query: text, variables });

/** In a shell, single quotes keep everything but themselves. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const curl: Code = {
  name: "curl",
  write: (query, origin) =>
    `curl -s ${origin}/graphql -H 'content-type: application/json' --data-raw ${quoted(body(query))}\n`,
};

const typescript: Code = {
  name: "TypeScript",
  write: ({ text, variables }, origin) => `const query = ${asTemplate(text)};
const variables = ${JSON.stringify(variables, null, 2)};

const response = await fetch("${origin}/graphql", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(data);
`,
};

// Variables stay JSON, which Python reads itself: its own words for true and null are others.
const python: Code = {
  name: "Python",
  write: ({ text, variables }, origin) => `import json
import urllib.request

query = """
${text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}
"""
variables = json.loads(${JSON.stringify(JSON.stringify(variables))})

request = urllib.request.Request(
    "${origin}/graphql",
    data=json.dumps({"query": query, "variables": variables}).encode(),
    headers={"content-type": "application/json"},
)
answer = json.load(urllib.request.urlopen(request))
if "errors" in answer:
    raise RuntimeError(answer["errors"][0]["message"])
print(answer["data"])
`,
};

function asTemplate(text: string): string {
  return `\`${text.replace(/[\\`$]/g, "\\$&")}\``;
}

/** The languages that a query can be copied in. */
export const CODES: readonly Code[] = [curl, typescript, python];

/** Where a query opens in the playground. */
export function playgroundAddress({ text, variables }: AskedQuery): string {
  const parameters = new URLSearchParams({ query: text });
  if (Object.keys(variables).length > 0) parameters.set("variables", JSON.stringify(variables, null, 2));
  return `/playground?${parameters}`;
}
