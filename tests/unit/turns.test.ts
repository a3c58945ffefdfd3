import { Cancellation } from "../../src/common/cancellation";
import { Turns } from "../../src/common/turns";

const turnsOf = (atOnce: number, waiting: number) => new Turns(atOnce, waiting, () => new Error("full"));
const settled = () => new Promise(setImmediate);

it("lets so many at once, the others in their order, and those in whose place nobody waits not at all", async () => {
  const turns = turnsOf(2, 2);
  const went: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map(async (n) => {
    ends[n] = await turns.take(new Cancellation());
    went.push(n);
  });
  await expect(turns.take(new Cancellation())).rejects.toThrow("full");
  await settled();
  expect(went).toEqual([0, 1]);
  ends[1]();
  ends[1]();
  await settled();
  expect(went).toEqual([0, 1, 2]);
  ends[0]();
  await Promise.all(all);
  ends[2]();
  ends[3]();
  (await turns.take(new Cancellation()))();
});

it("takes nothing for work that is given up while it waits, or was before", async () => {
  const turns = turnsOf(1, 1);
  const end = await turns.take(new Cancellation());
  const work = new Cancellation();
  const given = turns.take(work);
  work.cancel(new Error("left"));
  await expect(given).rejects.toThrow("left");
  await expect(turns.take(work)).rejects.toThrow("left");
  const next = turns.take(new Cancellation());
  end();
  (await next)();
});
