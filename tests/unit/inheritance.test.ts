import { basesFirst } from "../../src/domain/claim/inheritance";

const pairs = (text: string) =>
  text.split(" ").map((pair) => {
    const [submissionId, baseId] = pair.split("<").map(Number);
    return { submissionId, baseId };
  });

it("puts the inheritance of a base before that of its variants, whatever the order given", () => {
  expect(basesFirst(pairs("3<2 4<3 2<1"))).toEqual(pairs("2<1 3<2 4<3"));
});

it("keeps the order of those that do not wait for each other", () => {
  expect(basesFirst(pairs("9<1 5<1 7<2"))).toEqual(pairs("9<1 5<1 7<2"));
});

it("lets a submission inherit from two bases, each once", () => {
  expect(basesFirst(pairs("3<1 3<2 2<1"))).toEqual(pairs("3<1 2<1 3<2"));
});

it("leaves what it is given as it is, and takes nothing at all", () => {
  const given = pairs("3<2 2<1");
  basesFirst(given);
  expect(given).toEqual(pairs("3<2 2<1"));
  expect(basesFirst([])).toEqual([]);
});

it.each(["1<1", "1<2 2<1", "5<1 1<2 2<3 3<1"])("refuses the circle %s", (text) => {
  expect(() => basesFirst(pairs(text))).toThrow(/Submissions are variants of each other in a circle: .*1/);
});
