import { nearest } from "../../src/common/nearest";

const known = ["arcface", "center-loss", "cosface", "softmax", "triplet-loss"];

it.each([
  ["sotfmax", ["softmax"]],
  ["softmx", ["softmax"]],
  ["ArcFace", ["arcface", "cosface"]],
  ["arcface-loss", ["arcface", "center-loss"]],
  ["no-such-thing", []],
  ["", []],
])("to %j are %j", (text, near) => {
  expect(nearest(text, known)).toEqual(near);
});

it("are no more than asked for, and in the same order whatever the order of the known ones", () => {
  const many = ["set-3", "set-1", "set-2"];
  expect(nearest("set-4", many, 2)).toEqual(["set-1", "set-2"]);
  expect(nearest("set-4", many.toReversed(), 2)).toEqual(["set-1", "set-2"]);
});

it("are none where nothing is known", () => {
  expect(nearest("softmax", [])).toEqual([]);
});
