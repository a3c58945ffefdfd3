import { andThen, batched, LoaderCache } from "../../src/common/loader";

/** A read of doubled numbers that notes what was asked for; odd ones are missing. */
function doubling(fail = false) {
  const asked: { args: string | null; keys: number[] }[] = [];
  const load = batched<{ loaders: LoaderCache }, string | null, number, string>(
    async (_, args, keys) => {
      asked.push({ args, keys: [...keys] });
      await Promise.resolve();
      if (fail) throw new Error("no answer");
      return new Map(keys.filter((key) => key % 2 === 0).map((key) => [key, `${args ?? ""}${2 * key}`]));
    },
    (key) => `none for ${key}`,
  );
  return { asked, load, context: { loaders: new LoaderCache() } };
}

it("asks for all keys of a tick at once, each of them once, by their arguments", async () => {
  const { asked, load, context } = doubling();
  const found = await Promise.all([
    load(context, null, 2),
    load(context, "x", 4),
    load(context, null, 3),
    load(context, null, 2),
    Promise.resolve().then(() => load(context, null, 6)),
  ]);
  expect(found).toEqual(["4", "x8", "none for 3", "4", "12"]);
  expect(asked).toEqual([
    { args: null, keys: [2, 3, 6] },
    { args: "x", keys: [4] },
  ]);
});

it("gives at once what is there already, and reads nothing again", async () => {
  const { asked, load, context } = doubling();
  await load(context, null, 2);
  await load(context, null, 3);
  expect(load(context, null, 2)).toBe("4");
  expect(load(context, null, 3)).toBe("none for 3");
  expect(asked.length).toBe(2);
});

it("takes values that came by another way, unless there is one or one is on its way", async () => {
  const { asked, load, context } = doubling();
  load.prime(context, null, 2, "primed");
  expect(load(context, null, 2)).toBe("primed");
  const read = load(context, null, 4);
  load.prime(context, null, 4, "too late");
  load.prime(context, null, 2, "too late");
  expect(await read).toBe("8");
  expect([load(context, null, 2), load(context, null, 4)]).toEqual(["primed", "8"]);
  expect(asked).toEqual([{ args: null, keys: [4] }]);
});

it("shares nothing between requests", async () => {
  const { asked, load, context } = doubling();
  await load(context, null, 2);
  await load({ loaders: new LoaderCache() }, null, 2);
  expect(asked.length).toBe(2);
});

it("fails for every key of a read that fails, and each time", async () => {
  const { load, context } = doubling(true);
  const both = [load(context, null, 2), load(context, null, 4)];
  for (const each of both) await expect(each).rejects.toThrow("no answer");
  await expect(load(context, null, 2)).rejects.toThrow("no answer");
});

it("goes on at once with what is there, and later with what is not", async () => {
  expect(andThen(1, (value) => value + 1)).toBe(2);
  expect(await andThen(Promise.resolve(1), (value) => value + 1)).toBe(2);
});
