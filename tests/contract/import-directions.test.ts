import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const source = path.join(root, "src");

/** What each layer may import, besides itself: the way of the data, one way only. */
const ALLOWED: Record<string, string[]> = {
  "main.ts": ["config.ts", "server", "watching", "graph", "exporters", "importers", "common"],
  "config.ts": ["settings.ts", "common"],
  "settings.ts": ["common"],
  cli: ["main.ts", "config.ts", "graph", "exporters", "importers", "domain", "db", "common"],
  server: ["web", "exporters", "watching", "common"],
  watching: ["common"],
  web: [],
  importers: ["domain", "db", "common"],
  exporters: ["domain", "db", "common"],
  graph: ["exporters", "domain", "db", "common"],
  domain: ["db", "common"],
  db: ["common"],
  common: [],
};

interface Import {
  from: string;
  to: string;
}

const IMPORT = /(?:from\s+|import\s+|import\(|require\()\s*"(\.[^"]+)"/g;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, target]) => ({
    from: path.relative(source, file),
    to: path.relative(source, path.resolve(path.dirname(file), target)),
  }));
}

const layer = (file: string) => file.split(path.sep)[0].replace(/^(main|config|settings)$/, "$1.ts");

function isForbidden({ from, to }: Import): boolean {
  return layer(from) !== layer(to) && !ALLOWED[layer(from)]?.includes(layer(to));
}

const imports = filesIn(source).flatMap((file) => importsOf(file, readFileSync(file, "utf8")));

test("imports of src point one way", () => {
  expect(imports.length).toBeGreaterThan(300);
  expect(imports.filter(isForbidden)).toEqual([]);
});

test("every layer of src is among the known ones", () => {
  expect(readdirSync(source).sort()).toEqual(Object.keys(ALLOWED).sort());
});

test("an import against the direction is noticed", () => {
  const file = path.join(source, "db/x.ts");
  const against = importsOf(file, 'import { a } from "../domain/a";\nimport b from "../common/b";');
  expect(against.filter(isForbidden)).toEqual([{ from: "db/x.ts", to: "domain/a" }]);
});

test("entities import only entities, types and common", () => {
  const fromEntities = imports.filter(({ from }) => from.endsWith(".entity.ts"));
  const allowed = /\.entity$|^common\/|node\.type$|source\/evidence$|import\/imported$|claim\/basis$/;
  expect(fromEntities.length).toBeGreaterThan(20);
  expect(fromEntities.filter(({ to }) => !allowed.test(to))).toEqual([]);
});

test("migrations stand on their own", () => {
  const migrations = filesIn(path.join(root, "migrations"));
  expect(migrations.length).toBeGreaterThan(0);
  expect(migrations.flatMap((file) => importsOf(file, readFileSync(file, "utf8")))).toEqual([]);
});

test("SQL stands in queries and commands files", () => {
  const withSql = filesIn(path.join(source, "domain")).filter((file) =>
    /\bSELECT\b/.test(readFileSync(file, "utf8")),
  );
  expect(withSql.length).toBeGreaterThan(10);
  const elsewhere = withSql
    .map((file) => path.relative(source, file))
    .filter((file) => !/\.(queries|commands)\.ts$/.test(file));
  expect(elsewhere).toEqual([]);
});

test("no local is called `exports`, which would hide the module's own once it is compiled", () => {
  const local = /\b(?:const|let) (?:exports\b|\{[^}=]*\bexports\s*[,}])|\(\{[^}]*\bexports\s*[,}]/;
  expect(local.test("function f({ exports, queries }: Route) {")).toBe(true);
  expect(local.test("const { exports } = options;")).toBe(true);
  const files = filesIn(source).filter((file) => local.test(readFileSync(file, "utf8")));
  expect(files).toEqual([]);
});
