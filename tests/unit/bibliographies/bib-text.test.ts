import "reflect-metadata";
import { BibliographyFormat, CitationStyle } from "../../../src/common/bibliography-format";
import { bibText, bibTitle, bibVerbatim } from "../../../src/exporters/bibliographies/bib-text";
import { formatReferences } from "../../../src/exporters/bibliographies/references";
import { NASTY_NAMES } from "../../support/table";
import { ARCFACE, bibliography, paper, people } from "../../support/works";

const ASCII = { asciiOnly: true };
const UTF8 = { asciiOnly: false };

test.each([
  ["ArcFace: A Loss", "{ArcFace}: A Loss"],
  ["Deep CNN with L2-norm in 3D", "Deep {CNN} with {L2}-norm in {3D}"],
  [
    "Nets: Making faces by Gaussian mixtures of many parts",
    "Nets: Making faces by {Gaussian} mixtures of many parts",
  ],
  ["Multi-Task Networks", "Multi-Task Networks"],
  ["MS-Celb-1M: A Dataset", "{MS}-Celb-{1M}: A Dataset"],
  ["Learning models by Gaussian mixtures of features", "Learning models by {Gaussian} mixtures of features"],
])("braces in %s", (title, written) => {
  expect(bibTitle(title, ASCII)).toBe(written);
});

test.each([
  ["Škoda Nguyễn Ørsted Łukasz ß", "{\\v{S}}koda Nguy{\\~{\\^{e}}}n {\\O}rsted {\\L}ukasz {\\ss}"],
  ["50 % & #1 _ $ { }", "50 \\% \\& \\#1 \\_ \\$ {\\textbraceleft} {\\textbraceright}"],
  ["~ ^ \\ Ω 人脸", "{\\textasciitilde} {\\textasciicircum} {\\textbackslash} {$\\Omega$} 人脸"],
])("%s in ASCII", (text, written) => {
  expect(bibText(text, ASCII)).toBe(written);
});

test("biber gets letters as they are", () => {
  expect(bibText("Škoda Ω 人脸 & co", UTF8)).toBe("Škoda Ω 人脸 \\& co");
});

test("braces are even in whatever there is, and addresses end no field", async () => {
  for (const name of [...NASTY_NAMES, "{{{", "}", "\\{", 'a "b'] as const) {
    for (const format of [BibliographyFormat.BIBTEX, BibliographyFormat.BIBLATEX]) {
      const work = paper({ title: name, authors: people(name), venue: name, url: `http://x.y/${name}` });
      const text = await bibliography(format, work);
      let depth = 0;
      for (const one of text) {
        depth += one === "{" ? 1 : one === "}" ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(
        text
          .trimEnd()
          .split("\n")
          .slice(1, -1)
          .every((line) => /^ {2}[a-z]+ = \{.*\},?$/.test(line)),
      ).toBe(true);
    }
  }
  expect(bibVerbatim("http://x.y/a%20b{c}_d#e")).toBe("http://x.y/a%20b%7Bc%7D_d#e");
});

test("names are taken apart, but for those that are one", async () => {
  const authors = [
    ...people("Jiankang Deng", "Ludwig van der Berg", "Google", "李 雷"),
    { name: "Simon and Sons, Ltd.", isOrganisation: true },
  ];
  expect(await bibliography(BibliographyFormat.BIBTEX, paper({ authors }))).toContain(
    "author = {Deng, Jiankang and van der Berg, Ludwig and {Google} and {李 雷} and {Simon and Sons, Ltd.}}",
  );
});

test("references are formatted in each style, each by itself", async () => {
  const twin = { ...ARCFACE, key: "twin" };
  const apa = await formatReferences([ARCFACE, twin], CitationStyle.APA);
  expect(apa[0]).toEqual({
    key: "deng-2018-arcface",
    text: "Deng, J., & van der Berg, L. (2019). ArcFace: Additive Angular Margin Loss for Deep Face Recognition. CVPR 2019. https://doi.org/10.1109/CVPR.2019.00482",
  });
  expect(apa[1]).toEqual({ ...apa[0], key: "twin" });
  const [vancouver] = await formatReferences([ARCFACE], CitationStyle.VANCOUVER);
  expect(vancouver.text).toMatch(/^Deng J, van der Berg L\. ArcFace.* In: CVPR 2019\./);
  const [harvard] = await formatReferences([ARCFACE], CitationStyle.HARVARD);
  expect(harvard.text).toMatch(/^Deng, J\. and van der Berg, L\. \(2019\)/);
});

test("a title in a reference keeps what looks like markup", async () => {
  const [{ text }] = await formatReferences([paper({ title: "Of <b>bold</b> & a < b" })], CitationStyle.APA);
  expect(text).toBe("Of <b>bold</b> & a < b. (n.d.).");
});
