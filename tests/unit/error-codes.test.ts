import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ErrorCode } from "../../src/common/errors";
import { ERROR_STATUS } from "../../src/server/http/error-status";
import { settings } from "../../src/settings";

const root = path.join(__dirname, "../..");
const codes = Object.values(ErrorCode);

/** The cells of the rows of the table whose first column is a code. */
function tableIn(file: string): string[][] {
  return readFileSync(path.join(root, file), "utf8")
    .split("\n")
    .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
    .map((line) => line.split("|").slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll("`", "")));
}

test("the docs explain every code, and what to do", () => {
  const rows = tableIn("docs/errors.md");
  expect(rows.map(([code]) => code)).toEqual(codes);
  for (const [, meaning, remedy] of rows) {
    expect(meaning).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
});

test("the docs say with which status every code comes", () => {
  expect(tableIn("docs/http.md")).toEqual(
    codes.map((code) => {
      const statuses = ERROR_STATUS[code];
      return [
        code,
        String(statuses["application/json"]),
        String(statuses["application/graphql-response+json"]),
      ];
    }),
  );
});

test("every code is named as it reads", () => {
  expect(Object.keys(ErrorCode)).toEqual(codes);
});

test("no code is written in the server that is not among them", () => {
  const folder = path.join(root, "src/server");
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
  const written = texts.flatMap((text) =>
    [...text.matchAll(/"([A-Z]+(?:_[A-Z]+)+)"/g)].map((match) => match[1]),
  );
  // What node names its own errors is no code of ours, nor is a setting.
  const names = new Set(Object.values(settings).map((setting) => setting.name));
  const ours = written.filter((name) => !/^(ERR|HPE)_/.test(name) && !names.has(name));
  expect(ours.length).toBeGreaterThan(10);
  expect(ours.filter((name) => !codes.some((code) => code === name))).toEqual([]);
});
