import { execute, parse, validate } from "graphql";
import { plannedExecutor } from "../../../src/server/execution/executor";
import { everyKindRoot, everyKindSchema } from "../../support/every-kind-schema";
import { randomOperation } from "../../support/fuzz/random-operation";
import { RandomValues } from "../../support/fuzz/random-values";
import { randomNumbers } from "../input/random";

const DOCUMENTS = 400;

test("queries made by chance are answered by the planned executor as by graphql-js, errors included", async () => {
  const schema = everyKindSchema();
  const planned = plannedExecutor(schema);
  const below = randomNumbers(7);
  const values = new RandomValues(below, ["a", "2016-12-31", "LARGE"]);
  let withErrors = 0;
  for (let i = 0; i < DOCUMENTS; i += 1) {
    const { query, variables } = randomOperation(schema, below, values);
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    for (const variableValues of [
      { ...variables, a: true, b: true },
      { ...variables, a: false, b: false },
    ]) {
      const args = () => ({
        schema,
        document,
        variableValues,
        rootValue: everyKindRoot,
        contextValue: { asked: [] },
      });
      const expected = await execute(args());
      const answer = await planned(args());
      expect({ query, answer: JSON.stringify(answer) }).toEqual({ query, answer: JSON.stringify(expected) });
      if (expected.errors) withErrors += 1;
    }
  }
  expect(withErrors).toBeGreaterThan(DOCUMENTS / 10);
  expect(withErrors).toBeLessThan(2 * DOCUMENTS);
});
