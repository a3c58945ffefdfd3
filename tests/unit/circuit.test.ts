import { setTimeout as sleep } from "node:timers/promises";
import { Circuit } from "../../src/common/circuit";

const never = () => new Promise<string>(() => {});

function circuit() {
  const told: string[] = [];
  const made = new Circuit(20, {
    onWell: () => told.push("well"),
    onFailed: (reason) => told.push(`failed: ${reason}`),
  });
  let tries = 0;
  const ask = (work: () => Promise<string>) =>
    made.run(
      () => {
        tries += 1;
        return work();
      },
      () => "instead",
    );
  return { told, ask, tries: () => tries };
}

it("gives what the work gives, and tells once that all is well", async () => {
  const { told, ask } = circuit();
  expect([await ask(async () => "a"), await ask(async () => "b")]).toEqual(["a", "b"]);
  expect(told).toEqual(["well"]);
});

it("does without what takes too long, then without waiting at all, and tells it once", async () => {
  const { told, ask, tries } = circuit();
  expect(await ask(never)).toBe("instead");
  for (let i = 0; i < 10; i += 1) expect(await ask(async () => "there")).toBe("instead");
  expect(tries()).toBe(1);
  expect(told).toEqual(["failed: no answer within 20 ms"]);
});

it("tries again after a while, and goes on when it is well", async () => {
  const { told, ask } = circuit();
  await ask(() => Promise.reject(new Error("away")));
  await sleep(550);
  expect(await ask(async () => "there")).toBe("there");
  expect(await ask(async () => "still there")).toBe("still there");
  expect(told).toEqual(["failed: away", "well"]);
});

it("tries again as soon when many were under way as it failed", async () => {
  const { told, ask } = circuit();
  await ask(async () => "there");
  await Promise.all(Array.from({ length: 20 }, () => ask(never)));
  await sleep(550);
  expect(await ask(async () => "there again")).toBe("there again");
  expect(told).toEqual(["well", "failed: no answer within 20 ms", "well"]);
});

it("lets one try at a time while it is not known to be well", async () => {
  const { ask, tries } = circuit();
  await ask(() => Promise.reject(new Error("away")));
  await sleep(550);
  await Promise.all(Array.from({ length: 5 }, () => ask(never)));
  expect(tries()).toBe(2);
});

it("passes on what is thrown as a result, and takes it for no failure", async () => {
  const { told, ask } = circuit();
  const refusal = { remainingPoints: 0 };
  await expect(ask(() => Promise.reject(refusal))).rejects.toBe(refusal);
  expect(told).toEqual(["well"]);
});
