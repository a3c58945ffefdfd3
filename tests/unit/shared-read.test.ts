import { SharedRead } from "../../src/common/shared-read";

/** A read whose answers come when they are let go. */
function heldRead() {
  const begun: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const shared = new SharedRead<number>(
    () => new Promise((resolve, reject) => begun.push({ resolve, reject })),
  );
  const turn = () => new Promise(setImmediate);
  return { shared, begun, turn };
}

test("reads that are asked for at the same time share one", async () => {
  const { shared, begun, turn } = heldRead();
  const all = [shared.get(), shared.get(), shared.get()];
  await turn();
  expect(begun).toHaveLength(1);
  begun[0].resolve(1);
  expect(await Promise.all(all)).toEqual([1, 1, 1]);
});

test("who comes while one is under way waits for the next, together with all who come meanwhile", async () => {
  const { shared, begun, turn } = heldRead();
  const first = shared.get();
  await turn();
  const later = [shared.get(), shared.get()];
  await turn();
  later.push(shared.get());
  expect(begun).toHaveLength(1);
  begun[0].resolve(1);
  expect(await first).toBe(1);
  await turn();
  expect(begun).toHaveLength(2);
  begun[1].resolve(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test("a read that fails does so for those who share it only", async () => {
  const { shared, begun, turn } = heldRead();
  const failing = [shared.get(), shared.get()].map((read) => expect(read).rejects.toThrow("lost"));
  await turn();
  const later = shared.get();
  begun[0].reject(new Error("lost"));
  await Promise.all(failing);
  await turn();
  begun[1].resolve(2);
  expect(await later).toBe(2);
});
