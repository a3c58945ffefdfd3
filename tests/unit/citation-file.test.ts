import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const root = path.join(__dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

test("the citation file says what the package says", () => {
  const { version, license, description } = JSON.parse(read("package.json"));
  const citation = parse(read("CITATION.cff"));
  expect(citation).toMatchObject({ "cff-version": "1.2.0", version, license, abstract: description });
  expect(read("LICENSE")).toContain(citation.authors[0].name);
});
