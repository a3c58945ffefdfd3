import { memoryNames } from "../support/memory-names";
import { adopted, at, claim, result } from "../support/named-results";

const names = () =>
  memoryNames({
    Benchmark: [{ slug: "faces", name: "Faces" }],
    Backbone: [
      { slug: "resnet", name: "ResNet" },
      { slug: "resnet-50", name: "ResNet-50", aliases: ["R50", "Shared"] },
      { slug: "resnet-101", name: "ResNet-101", aliases: ["Shared"] },
      { slug: "wide", name: "Wide ResNet" },
    ],
  });

const uses = (...backbones: string[]) =>
  result("One", { backbones: backbones.map((name, i) => claim(name, i + 1)) });

const things = (record: { backbones?: { thing?: string }[] }) => record.backbones?.map(({ thing }) => thing);

describe("names that are known", () => {
  test("are resolved by name, alias and slug, case and white space apart", async () => {
    const { of, problems, report } = await adopted([uses("RESNET-50", "r50", "wide", "ResNet-101 ")], {
      names: names(),
    });
    expect(problems).toEqual([]);
    expect(things(of("submissions")[0])).toEqual(["resnet-50", "resnet-50", "wide", "resnet-101"]);
    expect(of("backbones")).toEqual([]);
    expect(report.aliased).toMatchObject([
      { name: "r50", known: "ResNet-50", by: "alias", places: 1 },
      { name: "wide", known: "Wide ResNet", by: "slug" },
    ]);
  });

  test("stop the import when they mean several things, once for all places", async () => {
    const { fatal, problems } = await adopted([uses("Shared"), uses("Shared")], { names: names() });
    expect(fatal).toEqual([
      'The backbone "Shared" can mean "ResNet-50" (resnet-50) or "ResNet-101" (resnet-101). ' +
        'Say which, as in --match "backbone:Shared=resnet-50". (in 2 places)',
    ]);
    expect(problems[0]).toMatchObject(at(1));
  });
});

describe("names that nothing has", () => {
  test("are created, the same name once", async () => {
    const { of, problems, report } = await adopted([uses("Swin-T", "swin-t"), uses("SWIN-T")], {
      names: names(),
    });
    expect(problems).toEqual([]);
    expect(of("backbones")).toEqual([{ slug: "swin-t", name: "Swin-T" }]);
    expect(report.created).toMatchObject([{ kind: "Backbone", name: "Swin-T", slug: "swin-t", places: 3 }]);
  });

  test("get hashed slugs where theirs is taken or nothing is left of them", async () => {
    const { of } = await adopted([uses("wide!", "网络", "网")], { names: names(), mode: "create" });
    const slugs = of("backbones").map(({ slug }) => slug);
    expect(slugs).toEqual([
      expect.stringMatching(/^wide-[0-9a-f]{8}$/),
      expect.stringMatching(/^x-[0-9a-f]{8}$/),
      expect.stringMatching(/^x-[0-9a-f]{8}$/),
    ]);
    expect(new Set(slugs).size).toBe(3);
  });

  test("have the same slugs and resolve to themselves when they are imported again", async () => {
    const entries = [uses("wide!", "网络", "Deep Net", "Deep-Net", "deep net!")];
    const first = await adopted(entries, { names: names(), mode: "create" });
    const known = memoryNames({
      Benchmark: [{ slug: "faces", name: "Faces" }],
      Backbone: first.of("backbones"),
    });
    const again = await adopted(entries, { names: known });
    expect(again.problems).toEqual([]);
    expect(again.of("backbones")).toEqual([]);
    expect(again.of("submissions")).toEqual(first.of("submissions"));
  });

  test("and are near a known one stop the import, with what to do", async () => {
    const { fatal, report } = await adopted([uses("resnet50", "Swin-T"), uses("ResNet50")], {
      names: names(),
    });
    expect(fatal).toEqual([
      'The backbone "resnet50" is new (in 2 places), but "ResNet-50" (resnet-50) is written almost the same. ' +
        'Say --match "backbone:resnet50=ResNet-50" if it is the same, or --create if it is new.',
    ]);
    expect(report.near).toMatchObject([{ name: "resnet50", proposals: [{ slug: "resnet-50" }] }]);
  });

  test("and are near a known one are created with a warning where all are to be", async () => {
    const { fatal, warnings, of } = await adopted([uses("RestNet")], { names: names(), mode: "create" });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/"RestNet" is new, but "ResNet" \(resnet\)/)]);
    expect(of("backbones")).toEqual([{ slug: "restnet", name: "RestNet" }]);
  });

  test("and are near each other are created with a warning", async () => {
    const { fatal, warnings } = await adopted([uses("Swin T", "SwinT")], { names: names() });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/"SwinT" is new, but "Swin T" \(swin-t\)/)]);
  });

  test("stop the import where it is strict, with what may have been meant", async () => {
    const { fatal } = await adopted([uses("Wide Resnets", "Else"), uses("Else")], {
      names: names(),
      mode: "strict",
    });
    expect(fatal).toEqual([
      'There is no backbone "Wide Resnets". Did you mean "Wide ResNet" (wide)?',
      'There is no backbone "Else" (in 2 places).',
    ]);
  });

  test.each([
    ["blank", "  ", /is blank/],
    ["too long", "x".repeat(601), /is too long/],
  ])("and are %s stop the import", async (_, name, message) => {
    const { fatal } = await adopted([uses(name)], { names: names() });
    expect(fatal).toEqual([expect.stringMatching(message)]);
  });
});

test("what the database cannot keep is a problem at its place", async () => {
  const { fatal, problems, of } = await adopted(
    [uses("a\0b"), result("half \ud800"), result("One", { backbones: [claim("ResNet", 7, { term: "\0" })] })],
    { names: names() },
  );
  expect(fatal).toHaveLength(3);
  expect(problems.map(({ line }) => line)).toEqual([1, 1, 7]);
  expect(of("submissions")).toEqual([]);
});

test("records pass whole, and results beside them refer to what they name", async () => {
  const record = { slug: "my-net", name: "My net", aliases: ["Mine"] };
  const { staged, of, problems } = await adopted(
    [{ kind: "record", place: at(1), section: "backbones", record }, uses("mine", "MY NET", "my-net")],
    { names: names() },
  );
  expect(problems).toEqual([]);
  expect(staged[0]).toEqual({ kind: "record", place: at(1), section: "backbones", record, partial: false });
  expect(of("backbones")).toEqual([record]);
  expect(things(of("submissions")[0])).toEqual(["my-net", "my-net", "my-net"]);
});

test("a claim that is made twice in the same words stands once, and a vague one names nothing", async () => {
  const vague = { basis: "VAGUE" as never, term: "a deep net", place: at(4) };
  const { of } = await adopted(
    [result("One", { backbones: [claim("ResNet", 2), claim("resnet", 3, { term: "ResNet" }), vague] })],
    { names: names() },
  );
  expect(of("submissions")[0].backbones).toEqual([
    { thing: "resnet", basis: "STATED", term: "ResNet", line: 2, column: 1 },
    { basis: "VAGUE", term: "a deep net", line: 4, column: 1 },
  ]);
});
