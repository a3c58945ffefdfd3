import "reflect-metadata";
import { BibliographyFormat } from "../../../src/common/bibliography-format";
import { citable } from "../../../src/common/citable";
import { writeBibliography } from "../../../src/exporters/bibliographies";
import { ARCFACE, bibliography, PREPRINT, paper } from "../../support/works";

const { BIBTEX, BIBLATEX, CSL_JSON, RIS } = BibliographyFormat;

test("a conference paper is whole in each format", async () => {
  expect(await bibliography(BIBTEX, ARCFACE)).toBe(`@inproceedings{deng-2018-arcface,
  author = {Deng, Jiankang and van der Berg, Ludwig},
  title = {{ArcFace}: Additive Angular Margin Loss for Deep Face Recognition},
  booktitle = {CVPR 2019},
  doi = {10.1109/CVPR.2019.00482},
  year = {2019},
  eprint = {1801.07698},
  archiveprefix = {arXiv}
}
`);
  expect(await bibliography(BIBLATEX, ARCFACE)).toContain("  date = {2019},\n  eprint = {1801.07698},");
  expect(JSON.parse(await bibliography(CSL_JSON, ARCFACE))).toEqual([
    {
      id: "deng-2018-arcface",
      type: "paper-conference",
      "container-title": "CVPR 2019",
      title: ARCFACE.title,
      author: [
        { given: "Jiankang", family: "Deng" },
        { given: "Ludwig", "non-dropping-particle": "van der", family: "Berg" },
      ],
      issued: { "date-parts": [[2019]] },
      DOI: "10.1109/CVPR.2019.00482",
      note: "arXiv:1801.07698",
    },
  ]);
  expect((await bibliography(RIS, ARCFACE)).split("\r\n")).toEqual([
    "TY  - CONF",
    "AU  - Deng, Jiankang",
    "AU  - van der Berg, Ludwig",
    "C3  - CVPR 2019",
    "DO  - 10.1109/CVPR.2019.00482",
    "ID  - deng-2018-arcface",
    `TI  - ${ARCFACE.title}`,
    "PY  - 2019",
    "N1  - arXiv:1801.07698",
    "ER  - ",
    "",
  ]);
});

test("what is not known is left out", async () => {
  const bare = paper({});
  expect(await bibliography(BIBTEX, bare)).toBe("@misc{a-key,\n  key = {A title},\n  title = {A title}\n}\n");
  expect(await bibliography(BIBLATEX, bare)).toBe("@misc{a-key,\n  title = {A title}\n}\n");
  expect(JSON.parse(await bibliography(CSL_JSON, bare))).toEqual([
    { id: "a-key", type: "document", title: "A title" },
  ]);
  expect(await bibliography(RIS, bare)).toBe("TY  - GEN\r\nID  - a-key\r\nTI  - A title\r\nER  - \r\n");
});

test("a preprint is none of a journal", async () => {
  expect(await bibliography(BIBTEX, PREPRINT)).toMatch(
    /^@misc\{x-2017,.*howpublished = \{arXiv:1704.08063\}/s,
  );
  expect(await bibliography(BIBLATEX, PREPRINT)).toMatch(/^@online\{x-2017,.*eprinttype = \{arXiv\}/s);
  expect(await bibliography(RIS, PREPRINT)).toMatch(/^TY {2}- UNPB\r\n.*N1 {2}- arXiv:1704.08063\r\n/s);
});

test.each([
  ["IEEE Signal Processing Letters 2016", "@article", "journal = {IEEE Signal Processing Letters}"],
  ["European Conference on Computer Vision", "@inproceedings", "booktitle = {European Conference on"],
  ["BMVC 2015", "@inproceedings", "booktitle = {BMVC 2015}"],
  ["IJCV", "@article", "journal = {IJCV}"],
  ["Somewhere & else", "@misc", "howpublished = {Somewhere \\& else}"],
])("%s is %s", async (venue, type, field) => {
  const text = await bibliography(BIBTEX, paper({ venue, issued: [2015] }));
  expect(text.startsWith(`${type}{a-key`)).toBe(true);
  expect(text).toContain(field);
});

test("a long key stays whole, and a day has two digits", async () => {
  const work = citable({ key: "scoregraph:2026-11-25.1", kind: "data", title: "S", issued: [2026, 1, 5] });
  const text = await bibliography(RIS, work);
  expect(text).toContain("ID  - scoregraph:2026-11-25.1\r\n");
  expect(text).toContain("DA  - 2026/01/05/\r\n");
});

test("a work that comes again on another page is written once", async () => {
  for (const format of Object.values(BibliographyFormat)) {
    let text = "";
    for await (const piece of writeBibliography(format, [[ARCFACE], [], [ARCFACE, PREPRINT], [PREPRINT]]))
      text += piece;
    expect(text).toBe(await bibliography(format, ARCFACE, PREPRINT));
    expect(text.split("deng-2018-arcface")).toHaveLength(2);
  }
});

test("a long list is written whole", async () => {
  const many = Array.from({ length: 120 }, (_, i) => paper({ key: `key-${i}` }));
  expect(JSON.parse(await bibliography(CSL_JSON, ...many)).map(({ id }: { id: string }) => id)).toEqual(
    many.map(({ key }) => key),
  );
  expect(await bibliography(BIBTEX, ...many)).toBe(
    many.map(({ key }) => `@misc{${key},\n  key = {A title},\n  title = {A title}\n}\n`).join("\n"),
  );
});

test("an entry is the same whatever else is listed", async () => {
  const twin = { ...ARCFACE, key: "deng-2019-arcface" };
  for (const format of [BIBTEX, BIBLATEX, RIS]) {
    const alone = await bibliography(format, ARCFACE);
    expect((await bibliography(format, twin, ARCFACE)).endsWith(alone)).toBe(true);
  }
  expect(await bibliography(CSL_JSON)).toBe("[\n\n]\n");
});
