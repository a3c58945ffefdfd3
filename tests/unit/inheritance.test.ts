import { basesFirst } from "../../src/domain/claim/inheritance";

const inOrder = (text: string) => basesFirst(pairs(text), String);
const pairs = (text: string) =>
  text.split(" ").map((pair) => {
    const [submissionId, baseId] = pair.split("<").map(Number);
    return { submissionId, baseId };
  });

it("puts the inheritance of a base before that of its variants, whatever the order given", () => {
  expect(inOrder("3<2 4<3 2<1")).toEqual(pairs("2<1 3<2 4<3"));
});

it("keeps the order of those that do not wait for each other", () => {
  expect(inOrder("9<1 5<1 7<2")).toEqual(pairs("9<1 5<1 7<2"));
});

it("lets a submission inherit from two bases, the first one first, even when that one has to wait itself", () => {
  expect(inOrder("3<2 3<1 2<1")).toEqual(pairs("2<1 3<2 3<1"));
});

it("leaves what it is given as it is, and takes nothing at all", () => {
  const given = pairs("3<2 2<1");
  basesFirst(given, String);
  expect(given).toEqual(pairs("3<2 2<1"));
  expect(basesFirst([], String)).toEqual([]);
});

it.each([
  ["1<1", "n1"],
  ["1<2 2<1", "n1, n2"],
  ["5<1 4<9 1<8 1<2 2<3 3<1 6<5", "n1, n2, n3"],
])("refuses the circle in %s, and names nothing else", (text, members) => {
  expect(() => basesFirst(pairs(text), (id) => `n${id}`)).toThrow(
    new Error(`Submissions are variants of each other in a circle: ${members}.`),
  );
});
