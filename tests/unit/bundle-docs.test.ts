import { readFileSync } from "node:fs";
import path from "node:path";
import { readBundle } from "../support/bundle-lines";

const text = readFileSync(path.join(__dirname, "../../docs/formats/bundle.md"), "utf8");
const block = (language: string) =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(text)?.[1] as string;

test.each(["yaml", "jsonl"])("the example in %s can be read", async (language) => {
  const { records, problems } = await readBundle({ [`example.${language}`]: block(language) });
  expect(problems).toEqual([]);
  expect(records.scores[0].values.test).toBe("98.40");
});
