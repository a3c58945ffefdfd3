import { type ContestantName, questionFor } from "../servers/contestants";
import type { Json, Workload } from "../workloads/workload";

/** A workload's variants as bodies for one contestant, ready to be sent, and how its answers are read. */
export interface Requests {
  bodies: string[];
  /** The answer in the common shape. Throws when it has errors. */
  read: (text: string) => Json;
}

/** Sends one body and gives the text of the answer. Throws when the status is not 200. */
export async function send(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** Makes the bodies of a workload for a contestant; null when the workload is none for it. */
export async function requestsFor(
  name: ContestantName,
  workload: Workload,
  variants: Json[],
  url: string,
): Promise<Requests | null> {
  if (name === "floor") {
    const values = variants.map((variant) => workload.floor?.values(variant) ?? []);
    return {
      bodies: values.map((row) => JSON.stringify({ workload: workload.id, values: row })),
      read: JSON.parse,
    };
  }
  const question = questionFor(name, workload);
  if (!question) return null;
  const ask = async (query: string, variables: object) =>
    dataOf(await send(url, JSON.stringify({ query, variables })));
  const prepared = (await question.prepare?.(variants, ask)) ?? [];
  return {
    bodies: variants.map((variant, i) =>
      JSON.stringify({ query: question.query, variables: question.variables(variant, prepared[i]) }),
    ),
    read: (text) => question.answer(dataOf(text)),
  };
}

function dataOf(text: string): Json {
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 1_000));
  return data;
}
