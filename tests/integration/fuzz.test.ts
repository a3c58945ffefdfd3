import { createHash } from "node:crypto";
import { MEDIA_TYPES } from "../../src/server/http/media-type";
import { type Asked, answerProblem, validDocument } from "../support/fuzz/judge";
import { type RandomOperation, randomOperation } from "../support/fuzz/random-operation";
import { RandomValues } from "../support/fuzz/random-values";
import { startFuzzedService } from "../support/fuzz/service";
import { spoil } from "../support/fuzz/spoil";
import { post, send } from "../support/http-client";
import { randomNumbers } from "../unit/input/random";

/** `npm run test:fuzz` asks more. Queries are numbered: one that failed can be asked alone. */
const { FUZZ_QUERIES = "400", FUZZ_SEED = "1", FUZZ_FROM = "0" } = process.env;
const FROM = Number(FUZZ_FROM);
const COUNT = Number(FUZZ_QUERIES);

/** As many are asked at once. */
const AT_ONCE = 4;

/** Longer queries do not go into a URL. */
const LONGEST_URL = 6_000;

let service: Awaited<ReturnType<typeof startFuzzedService>>;
beforeAll(async () => {
  service = await startFuzzedService();
});
afterAll(() => service?.stop());

function numbersOf(query: number) {
  return randomNumbers(createHash("sha256").update(`${FUZZ_SEED}:${query}`).digest().readUInt32LE());
}

async function ask({ query, variables }: RandomOperation, below: (limit: number) => number): Promise<Asked> {
  const mediaType = MEDIA_TYPES[below(2)];
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
  const byGet = below(4) === 0 && parameters.length < LONGEST_URL;
  const { status, headers, text } = byGet
    ? await send(`${service.url}/graphql?${parameters}`, { headers: { accept: mediaType } })
    : await post(service.url, { query, variables }, { accept: mediaType });
  return { query, variables, mediaType, status, contentType: headers.get("content-type"), text };
}

/** Asks one query, some of them twice. */
async function judge(number: number): Promise<{ isValid: boolean; hasData: boolean }> {
  const below = numbersOf(number);
  const whole = randomOperation(service.schema, below, new RandomValues(below, service.texts));
  const operation = below(2) ? whole : spoil(whole, below);
  const document = validDocument(service.schema, operation);
  let asked: Asked | undefined;
  for (let times = 1 + Number(below(4) === 0); times > 0; times -= 1) {
    asked = await ask(operation, below);
    const problem = answerProblem(service.schema, document, asked);
    if (!problem) continue;
    throw new Error(
      `${problem}\nFUZZ_SEED=${FUZZ_SEED} FUZZ_FROM=${number} FUZZ_QUERIES=1\n${JSON.stringify(asked, null, 1)}`,
    );
  }
  return { isValid: document !== undefined, hasData: asked?.text.includes('"data":{') ?? false };
}

test(`${COUNT} queries made by chance from the seed ${FUZZ_SEED} are answered or refused, in order`, async () => {
  const outcomes: { isValid: boolean; hasData: boolean }[] = [];
  let next = FROM;
  const work = async () => {
    while (next < FROM + COUNT) outcomes.push(await judge(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  expect(service.logged).toEqual([]);
  expect(outcomes).toHaveLength(COUNT);
  if (COUNT < 100) return;
  // Both kinds are asked in numbers, and many valid ones get something.
  const valid = outcomes.filter(({ isValid }) => isValid);
  expect(valid.length).toBeGreaterThan(COUNT / 3);
  expect(COUNT - valid.length).toBeGreaterThan(COUNT / 5);
  expect(valid.filter(({ hasData }) => hasData).length).toBeGreaterThan(COUNT / 10);
}, 1_800_000);
