import { Flight } from "../../src/server/answers/flight";
import type { Caller } from "../../src/server/caller";

/** A caller who leaves when told to. */
function caller() {
  let leave = () => {};
  const joined = {
    onGone(callback: () => void) {
      leave = callback;
    },
  };
  return { joined: joined as unknown as Caller, leave: () => leave() };
}

it("tells whoever begins to work for it too late that all have left", async () => {
  const flight = new Flight<string>(() => {});
  flight.answer = Promise.resolve("answer");
  const { joined, leave } = caller();
  await flight.join(joined);
  const before = jest.fn();
  flight.onGone(before);
  expect(before).not.toHaveBeenCalled();
  leave();
  const after = jest.fn();
  flight.onGone(after);
  expect([before.mock.calls.length, after.mock.calls.length]).toEqual([1, 1]);
});
