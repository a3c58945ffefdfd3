import "reflect-metadata";
import { parse } from "graphql";
import { shapeOf } from "../../../src/domain/answer/changes/answer-shape";
import { compareAnswers } from "../../../src/domain/answer/changes/compare-answers";
import { outOfOrder } from "../../../src/domain/answer/changes/moved";

/** The changes in few words: what became of which row, and the values that are other ones. */
function changes(query: string, before: unknown, after: unknown): string[] {
  return compareAnswers(before, after, shapeOf(parse(query))).map(
    ({ kind, list, matchedBy, row, positionBefore, positionAfter, values, before, after }) =>
      [
        `${kind} ${list ?? "-"} ${matchedBy ?? "-"}=${row ?? "-"} ${positionBefore}>${positionAfter}`,
        ...values.map(
          (value) => `${value.path}: ${JSON.stringify(value.before)} > ${JSON.stringify(value.after)}`,
        ),
        ...(before ? [`was ${JSON.stringify(before)}`] : []),
        ...(after ? [`is ${JSON.stringify(after)}`] : []),
      ].join("; "),
  );
}

const a = { id: "a", name: "A" };
const b = { id: "b", name: "B" };
const c = { id: "c", name: "C" };

describe("rows of two answers", () => {
  const query = "{ list { id name } count }";

  it("are none where nothing differs, whatever the order of names", () => {
    expect(
      changes(query, { list: [a, b], count: 2 }, { count: 2, list: [{ name: "A", id: "a" }, b] }),
    ).toEqual([]);
  });

  it("are found again by their id: added, removed and changed ones, and values outside of lists", () => {
    const after = { list: [c, { id: "b", name: "B2" }], count: 3 };
    expect(changes(query, { list: [a, b], count: 2 }, after)).toEqual([
      "CHANGED - -=- null>null; count: 2 > 3",
      'ADDED list id=c null>1; is {"id":"c","name":"C"}',
      'CHANGED list id=b 2>2; name: "B" > "B2"',
      'REMOVED list id=a 1>null; was {"id":"a","name":"A"}',
    ]);
  });

  it("are told of only where they have moved among those that are the same", () => {
    expect(changes(query, { list: [a, b, c] }, { list: [b, c, a] })).toEqual(["MOVED list id=a 1>3"]);
    const up = { id: "c", name: "C2" };
    expect(changes(query, { list: [a, b, c] }, { list: [up, a, b] })).toEqual([
      'CHANGED list id=c 3>1; name: "C" > "C2"',
    ]);
  });

  it("may come from nothing and go to nothing", () => {
    expect(changes(query, { list: [] }, { list: [a] })).toEqual([
      'ADDED list id=a null>1; is {"id":"a","name":"A"}',
    ]);
    expect(changes(query, { list: [a] }, { list: [] })).toEqual([
      'REMOVED list id=a 1>null; was {"id":"a","name":"A"}',
    ]);
    expect(changes(query, { list: null }, { list: [a] })).toEqual([
      'CHANGED - -=- null>null; list: null > [{"id":"a","name":"A"}]',
    ]);
  });

  it("are found by the id of what stands in them, through aliases and fragments", () => {
    const rows = "{ board { top: nodes { place ...who } } } fragment who on Row { thing { key: slug } }";
    const row = (place: number, key: string) => ({ place, thing: { key } });
    expect(
      changes(
        rows,
        { board: { top: [row(1, "x"), row(2, "y")] } },
        { board: { top: [row(1, "y"), row(2, "x")] } },
      ),
    ).toEqual([
      "CHANGED board.top thing.key=y 2>1; place: 2 > 1",
      "CHANGED board.top thing.key=x 1>2; place: 1 > 2",
    ]);
  });

  it("are not found by what is only called an id, nor by one that two have", () => {
    const called = "{ list { id: name } }";
    expect(changes(called, { list: [{ id: "a" }, { id: "b" }] }, { list: [{ id: "b" }] })).toEqual([
      'CHANGED list position=1 1>1; id: "a" > "b"',
      'REMOVED list position=2 2>null; was {"id":"b"}',
    ]);
    const shared = "{ list { value by { id } } }";
    const of = (value: number) => ({ value, by: { id: "one" } });
    expect(changes(shared, { list: [of(1), of(2)] }, { list: [of(1), of(3)] })).toEqual([
      "CHANGED list position=2 2>2; value: 2 > 3",
    ]);
  });

  it("within rows are told by themselves, with the key of the row that they stand in", () => {
    const nested = "{ list { id scores { slug value } tags } }";
    const of = (value: number, tags: string[]) => ({ id: "a", scores: [{ slug: "s", value }], tags });
    expect(changes(nested, { list: [of(1, ["x"])] }, { list: [of(2, ["x", "y"])] })).toEqual([
      'CHANGED list id=a 1>1; tags: ["x"] > ["x","y"]',
      "CHANGED list[a].scores slug=s 1>1; value: 1 > 2",
    ]);
  });
});

it("what is out of order is as little as can be", () => {
  expect([...outOfOrder([0, 1, 2])]).toEqual([]);
  expect([...outOfOrder([2, 0, 1])]).toEqual([2]);
  expect([...outOfOrder([3, 0, 1, 2, 4])]).toEqual([3]);
  expect([...outOfOrder([])]).toEqual([]);
  expect(outOfOrder([3, 2, 1, 0]).size).toBe(3);
});
