import { readFileSync } from "node:fs";
import path from "node:path";
import { parseBundle } from "../../src/importers/bundle/parse";
import { compareTerms, vocabularyOf } from "../../src/importers/megaface-page/measure";
import { differencesTable, ratesTable } from "../../src/importers/megaface-page/measure-report";

const PAGE = readFileSync(path.join(__dirname, "../fixtures/megaface-page/results.txt"), "utf8");

/** What curators would say of two descriptions of the page, one thing of it wrongly. */
const BUNDLE = `
lossFunctions:
  - { slug: cosine-loss, name: Cosine loss }
  - { slug: softmax, name: Softmax, aliases: [Softmax loss] }
  - { slug: verification-loss, name: Verification loss }
backbones:
  - { slug: resnet-50, name: ResNet-50 }
  - { slug: densenet-69, name: DenseNet-69, aliases: [DensetNet-69] }
submissions:
  - slug: first
    benchmark: b
    source: { document: d }
    description: { line: 35 }
    lossFunctions:
      - { lossFunction: cosine-loss, basis: STATED, term: cosine loss }
      - { lossFunction: softmax, basis: STATED, term: gone }
    backbones: [{ backbone: resnet-50, basis: STATED, term: Res-Net 50 }]
  - slug: second
    benchmark: b
    source: { document: d }
    description: { line: 50 }
    lossFunctions:
      - { lossFunction: softmax, basis: STATED, term: softmax loss }
      - { basis: VAGUE, term: some loss }
    backbones: [{ backbone: densenet-69, basis: STATED, term: DensetNet-69 }]
`;
const { records } = parseBundle([{ name: "own.yaml", text: BUNDLE }]);
const compare = (aliases: "aliases" | "names alone") =>
  compareTerms(PAGE, records, vocabularyOf(records, aliases));

it("counts what is found and what is claimed by kind, in each description", async () => {
  expect(
    ratesTable(await compare("aliases"))
      .split("\n")
      .slice(2),
  ).toEqual([
    "| loss functions | 3 | 3 | 2 | 0.667 | 0.667 |",
    "| backbones | 2 | 2 | 2 | 1.000 | 1.000 |",
    "| training datasets | 0 | 0 | 0 | - | - |",
    expect.stringMatching(/^\| papers \| 0 \| \d+ \| 0 \| 0.000 \| - \|$/),
  ]);
});

it("lists what is missed and what nobody claims", async () => {
  const rows = differencesTable(await compare("aliases")).split("\n");
  expect(rows).toContain("| missed | 35 | loss functions | softmax | gone |");
  expect(rows).toContain("| not claimed | 50 | loss functions | verification-loss | verification loss |");
});

it("shows what aliases are worth", async () => {
  const rows = differencesTable(await compare("names alone")).split("\n");
  expect(rows).toContain("| missed | 50 | backbones | densenet-69 | DensetNet-69 |");
});
