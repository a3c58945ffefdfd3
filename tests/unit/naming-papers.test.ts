import type { NamedPaper } from "../../src/importers/named-result";
import { readMatch } from "../../src/importers/naming/name-match";
import { memoryNames } from "../support/memory-names";
import { adopted, at, result } from "../support/named-results";

const names = () =>
  memoryNames({
    Benchmark: [{ slug: "faces", name: "Faces" }],
    Paper: [
      {
        slug: "deng-2018-arcface",
        name: "ArcFace: Additive Margins",
        aliases: ["ArcFace"],
        arxivId: "1801.07698",
      },
      { slug: "he-2016-deep", name: "Deep Residuals", doi: "10.1109/CVPR.2016.90" },
      { slug: "twice-a", name: "Told twice" },
      { slug: "twice-b", name: "Told twice" },
      { slug: "arxiv-2001-00001", name: "arXiv:2001.00001", arxivId: "2001.00001" },
    ],
  });

let line = 0;
const cites = (...papers: Partial<NamedPaper>[]) => {
  line += 1;
  return result(`Row ${line}`, { papers: papers.map((paper) => ({ place: at(line, 5), ...paper })) });
};

const cited = (submissions: { citations?: { paper: string }[] }[]) =>
  submissions.map(({ citations }) => citations?.map(({ paper }) => paper));

describe("known papers", () => {
  test("are found by arXiv id, address, DOI, title and alias", async () => {
    const { of, problems } = await adopted(
      [
        cites({ arxivId: "1801.07698" }, { title: "arcface" }),
        cites({ url: "https://arxiv.org/abs/1801.07698v3" }),
        cites({ doi: "10.1109/cvpr.2016.90" }),
        cites({ title: "DEEP residuals" }),
      ],
      { names: names() },
    );
    expect(problems).toEqual([]);
    expect(cited(of("submissions"))).toEqual([
      ["deng-2018-arcface"],
      ["deng-2018-arcface"],
      ["he-2016-deep"],
      ["he-2016-deep"],
    ]);
  });

  test("get what they lack and keep what they have", async () => {
    const { of } = await adopted(
      [cites({ title: "deep residuals", arxivId: "1512.03385", doi: "10.1109/CVPR.2016.90", year: 2015 })],
      { names: names() },
    );
    expect(of("papers")).toEqual([
      { slug: "he-2016-deep", title: "Deep Residuals", arxivId: "1512.03385", year: 2015 },
    ]);
  });

  test("that have no title yet get it, and other titles become aliases", async () => {
    const { of } = await adopted(
      [
        cites({ arxivId: "2001.00001", title: "Real title" }),
        cites({ arxivId: "1801.07698", title: "Arc face!" }),
      ],
      { names: names() },
    );
    expect(of("papers")).toEqual([
      { slug: "arxiv-2001-00001", title: "Real title" },
      { slug: "deng-2018-arcface", title: "ArcFace: Additive Margins", aliases: ["Arc face!"] },
    ]);
  });

  test("of one title stop the import, unless a match says which is meant", async () => {
    const entries = [cites({ title: "Told twice" })];
    const { fatal } = await adopted(entries, { names: names() });
    expect(fatal).toEqual([
      expect.stringMatching(/"Told twice" can mean .*twice-a.*--match "paper:Told twice=twice-a"/),
    ]);
    const matches = [readMatch("paper:Told twice=twice-b")];
    const matched = await adopted(entries, { names: names(), matches });
    expect(matched.problems).toEqual([]);
    expect(cited(matched.of("submissions"))).toEqual([["twice-b"]]);
  });
});

describe("new papers", () => {
  test("are one by arXiv id, DOI or title, whichever comes first", async () => {
    const mentions = [
      { arxivId: "2101.00001" },
      { arxivId: "2101.00001", title: "On new things", year: 2021, authors: ["Ana de Paz", "Bo Li"] },
      { title: "on NEW things", doi: "10.1000/New" },
      { doi: "10.1000/new" },
    ];
    for (const order of [mentions, [...mentions].reverse()]) {
      const { of, problems } = await adopted(
        order.map((mention) => cites(mention)),
        { names: names() },
      );
      expect(problems).toEqual([]);
      expect(of("papers")).toMatchObject([
        { slug: "paz-2021-new", arxivId: "2101.00001", doi: "10.1000/new", year: 2021 },
      ]);
      expect(new Set(cited(of("submissions")).flat())).toEqual(new Set(["paz-2021-new"]));
    }
  });

  test.each([
    [
      { title: "A title: with words", year: 2020 },
      { slug: "a-title-with-words", title: "A title: with words" },
    ],
    [{ arxivId: "1901.00001v2" }, { slug: "arxiv-1901-00001", title: "arXiv:1901.00001" }],
    [
      { arxivId: "1901.00001", title: "T" },
      { slug: "arxiv-1901-00001", title: "T" },
    ],
    [{ doi: "10.1000/x" }, { slug: "doi-10-1000-x", title: "doi:10.1000/x" }],
    [{ url: "https://example.org/p/1" }, { slug: "example-org-p-1", title: "https://example.org/p/1" }],
    [{ title: "word ".repeat(30).trim() }, { slug: "word-".repeat(12).slice(0, -1) }],
    [{ title: "深度学习" }, { slug: expect.stringMatching(/^x-[0-9a-f]{8}$/) }],
    [{ authors: ["Paz, Ana"], year: 2020, title: "On the Way" }, { slug: "paz-2020-way" }],
  ])("%j", async (mention, record) => {
    const { of, problems } = await adopted([cites(mention)], { names: names() });
    expect(problems).toEqual([]);
    expect(of("papers")).toEqual([expect.objectContaining(record)]);
  });

  test("are one where a later mention brings two together", async () => {
    const mentions = [cites({ arxivId: "2101.00001" }), cites({ title: "On new things" })];
    const both = cites({ arxivId: "2101.00001", title: "On new things" });
    const { of, problems } = await adopted([...mentions, both], { names: names() });
    expect(problems).toEqual([]);
    expect(of("papers")).toEqual([
      { slug: "arxiv-2101-00001", title: "On new things", arxivId: "2101.00001" },
    ]);
    expect(new Set(cited(of("submissions")).flat())).toEqual(new Set(["arxiv-2101-00001"]));
  });

  test("stay two where that is seen after the first has been written, with a warning", async () => {
    const mentions = [cites({ arxivId: "2101.00001" }), cites({ title: "On new things" })];
    const others = Array.from({ length: 500 }, () => cites());
    const both = cites({ arxivId: "2101.00001", title: "On new things" });
    const { of, fatal, warnings } = await adopted([...mentions, ...others, both], { names: names() });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/may be one paper; they stay two/)]);
    expect(of("papers")).toMatchObject([
      { slug: "arxiv-2101-00001", title: "arXiv:2101.00001" },
      { slug: "on-new-things", title: "On new things" },
    ]);
    const known = of("papers").map(({ title, ...paper }) => ({ name: title, ...paper }));
    const again = await adopted([...mentions, ...others, both], { names: memoryNames({ Paper: known }) });
    expect(again.fatal).toEqual([]);
    expect(cited(again.of("submissions"))).toEqual(cited(of("submissions")));
  });

  test("are not a known one of the title with another identifier", async () => {
    const entry = cites({ title: "ArcFace: Additive Margins", arxivId: "2001.00011" });
    const { of, fatal, warnings } = await adopted([entry], { names: names() });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([
      'Two papers are titled "ArcFace: Additive Margins", for their identifiers differ.',
    ]);
    expect(of("papers")).toMatchObject([{ slug: "arxiv-2001-00011" }]);
  });

  test("of one title with different identifiers stay two, with a warning", async () => {
    const entries = [
      cites({ title: "Same", arxivId: "2001.00011" }),
      cites({ title: "Same", arxivId: "2001.00012" }),
    ];
    const { of, fatal, warnings } = await adopted(entries, { names: names() });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual(['Two papers are titled "Same", for their identifiers differ.']);
    expect(of("papers").map(({ slug }) => slug)).toEqual(["arxiv-2001-00011", "arxiv-2001-00012"]);
    for (const all of [
      [...entries, cites({ title: "same" })],
      [cites({ title: "same" }), ...entries],
    ]) {
      const vague = await adopted(all, { names: names() });
      expect(vague.fatal).toEqual([expect.stringMatching(/can mean .* Say which by its arXiv id or DOI/)]);
    }
  });

  test("stop the import where it is strict", async () => {
    const { fatal } = await adopted([cites({ title: "Deep Residual" })], { names: names(), mode: "strict" });
    expect(fatal).toEqual([
      'There is no paper "Deep Residual". Did you mean "Deep Residuals" (he-2016-deep)?',
    ]);
  });

  test("are not near one with another identifier", async () => {
    const near = await adopted([cites({ title: "ArcFace: Additive Margin" })], { names: names() });
    expect(near.fatal).toHaveLength(1);
    const apart = await adopted([cites({ title: "ArcFace: Additive Margin", arxivId: "2001.00011" })], {
      names: names(),
    });
    expect(apart.problems).toEqual([]);
  });

  test("are the same when they are imported again", async () => {
    const entries = [
      cites({ title: "Same", arxivId: "2001.00011" }, { title: "Same", arxivId: "2001.00012" }),
      cites({ title: "深度" }, { title: "Other" }, { title: "Other!" }, { url: "https://example.org/p" }),
    ];
    const first = await adopted(entries, { names: names(), mode: "create" });
    const known = first.of("papers").map(({ title, ...paper }) => ({ name: title, ...paper }));
    const again = await adopted(entries, { names: memoryNames({ Paper: known }) });
    expect(again.fatal).toEqual([]);
    expect(again.of("papers")).toEqual([]);
    expect(cited(again.of("submissions"))).toEqual(cited(first.of("submissions")));
  });
});

test("a mention that says nothing is left out with a warning", async () => {
  const { of, warnings } = await adopted([cites({ year: 2020 })], { names: names() });
  expect(warnings).toEqual([expect.stringMatching(/no title, arXiv id, DOI or address/)]);
  expect(of("submissions")[0].citations).toEqual([]);
});
