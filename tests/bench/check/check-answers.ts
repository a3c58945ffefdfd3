import { type Requests, send } from "../measure/requests";
import type { ContestantName } from "../servers/contestants";
import type { Json } from "../workloads/workload";
import { firstDifference } from "./same-answers";

const MOST_COMPARED = 16;

export interface Asked {
  name: ContestantName;
  url: string;
  requests: Requests;
}

/**
 * Asks all contestants the same variants, spread over all of them, and gives where their answers differ. The first
 * contestant is the one that the others are held against. An empty answer is wrong too: there must be something to compare.
 */
export async function checkAnswers(workload: string, asked: Asked[], variants: Json[]): Promise<string[]> {
  const wrong: string[] = [];
  const step = Math.max(1, Math.floor(variants.length / MOST_COMPARED));
  for (let i = 0; i < variants.length; i += step) {
    const answers = await Promise.all(asked.map((one) => answerOf(one, i)));
    const [expected, ...others] = answers;
    const place = `${workload}, asked with ${JSON.stringify(variants[i])}`;
    if (isEmpty(expected)) wrong.push(`${place}: ${asked[0].name} gives nothing to compare.`);
    for (const [nth, given] of others.entries()) {
      const difference = firstDifference(expected, given);
      if (difference) wrong.push(`${place}: of ${asked[nth + 1].name}, ${difference} (by ${asked[0].name}).`);
    }
    if (wrong.length) break;
  }
  return wrong;
}

async function answerOf({ name, url, requests }: Asked, i: number): Promise<Json> {
  try {
    return requests.read(await send(url, requests.bodies[i]));
  } catch (error) {
    return { failed: `${name}: ${error instanceof Error ? error.message : error}` };
  }
}

function isEmpty(answer: Json): boolean {
  return (
    answer == null ||
    answer.failed ||
    Object.values(answer).some((value) => Array.isArray(value) && !value.length && isPage(answer))
  );
}

/** An answer with nothing but lists and numbers is a page; within one thing a list may well be empty. */
function isPage(answer: Json): boolean {
  return Object.values(answer).every((value) => Array.isArray(value) || typeof value === "number");
}
