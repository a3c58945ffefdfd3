import { readMatch, writeMatch } from "../../src/importers/naming/name-match";
import { memoryNames } from "../support/memory-names";
import { adopted, claim, result } from "../support/named-results";

const names = () =>
  memoryNames({
    Benchmark: [{ slug: "faces", name: "Faces" }],
    Backbone: [
      { slug: "resnet-50", name: "ResNet-50", aliases: ["R50"] },
      { slug: "resnet-101", name: "ResNet-101" },
    ],
  });

const uses = (...backbones: string[]) => result("One", { backbones: backbones.map((name) => claim(name)) });

const match = (text: string) => ({ names: names(), matches: [readMatch(text)] });

test("a match is written as it is read", () => {
  const read = readMatch("loss-function:a=b:c=Arc: Face");
  expect(read).toEqual({ kind: "LossFunction", name: "a=b:c", ref: "Arc: Face" });
  expect(writeMatch(read)).toBe("loss-function:a=b:c=Arc: Face");
  expect(() => readMatch("resnet50=ResNet-50")).toThrow(/Write it as in/);
  expect(() => readMatch("network:a=b")).toThrow(/no kind of thing. Kinds are benchmark, .*backbone/);
});

test("a matched name is the thing's, and becomes its alias", async () => {
  const { of, problems, report } = await adopted(
    [uses("resnet50", "ResNet50")],
    match("backbone:resnet50=r50"),
  );
  expect(problems).toEqual([]);
  expect(of("submissions")[0].backbones).toMatchObject([{ thing: "resnet-50" }, { thing: "resnet-50" }]);
  expect(of("backbones")).toEqual([{ slug: "resnet-50", name: "ResNet-50", aliases: ["resnet50"] }]);
  expect(report.aliased).toMatchObject([{ name: "resnet50", known: "ResNet-50", by: "match", places: 2 }]);
});

test("a match that nothing needs changes nothing", async () => {
  const { of, problems } = await adopted([uses("R50")], match("backbone:resnet50=ResNet-50"));
  expect(problems).toEqual([]);
  expect(of("backbones")).toEqual([]);
});

test("a match may be with a thing that the import brings", async () => {
  const { of, problems } = await adopted([uses("SwinT"), uses("Swin T")], match("backbone:SwinT=Swin T"));
  expect(problems).toEqual([]);
  expect(of("backbones")).toEqual([{ slug: "swin-t", name: "Swin T", aliases: ["SwinT"] }]);
});

test.each([[[uses("SwinT")]], [[]]])("a match with nothing stops the import", async (entries) => {
  const { fatal, problems } = await adopted(entries, match("backbone:SwinT=ResNet-10"));
  expect(fatal).toEqual([
    expect.stringMatching(/There is no backbone "ResNet-10"\. Did you mean "ResNet-101"/),
  ]);
  expect(problems[0].file).toBe("--match");
});

test("a match cannot take a name from another thing", async () => {
  const { fatal } = await adopted([uses("ResNet-101")], match("backbone:ResNet-101=ResNet-50"));
  expect(fatal).toEqual([expect.stringMatching(/is a name of "ResNet-101" \(resnet-101\) already/)]);
});
