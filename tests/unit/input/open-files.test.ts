import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inputFromText, openFiles } from "../../../src/importers/input/open-files";
import { readText } from "../../../src/importers/input/read-text";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "open-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `text of ${name}`);
  }
}

/** What is opened and what is wrong, the folder's own name being left out. */
async function opened(paths: string[], extensions = [".json"]) {
  const { files, problems } = await openFiles(paths, extensions);
  const short = (name: string) => name.replaceAll(folder, "F");
  return {
    files: files.map(({ name }) => short(name)),
    problems: problems.map(
      ({ file, line, column, message }) => `${short(file)}:${line}:${column} ${message}`,
    ),
  };
}

describe("a folder", () => {
  it("gives the files below it that end as asked, in the order of the code points of their names", async () => {
    write("b.json", "B.json", "a/z.json", "a/y/x.JSON", "é.json", "z.json", "\u{1F600}.json", "\uFF5E.json");
    write("a.txt", ".hidden.json", ".git/x.json", "json");
    expect(await opened([folder])).toEqual({
      files: [
        "F/B.json",
        "F/a/y/x.JSON",
        "F/a/z.json",
        "F/b.json",
        "F/z.json",
        "F/é.json",
        "F/\uFF5E.json",
        "F/\u{1F600}.json",
      ],
      problems: [],
    });
  });

  it("gives names that begin as it was given", async () => {
    write("in/a.json");
    const here = process.cwd();
    try {
      process.chdir(folder);
      expect((await opened(["in"])).files).toEqual(["in/a.json"]);
      expect((await opened(["./in//"])).files).toEqual(["./in/a.json"]);
      expect((await opened(["."])).files).toEqual(["./in/a.json"]);
    } finally {
      process.chdir(here);
    }
  });

  it("is a problem when it holds nothing to read", async () => {
    write("in/a.txt");
    expect(await opened([folder], [".json", ".yaml"])).toEqual({
      files: [],
      problems: ["F:1:1 the folder holds no file that ends in .json, .yaml."],
    });
  });

  it("is read once through a link beside it, and not again through one within", async () => {
    write("in/a.json");
    symlinkSync(path.join(folder, "in"), path.join(folder, "in/loop"));
    symlinkSync(path.join(folder, "in/a.json"), path.join(folder, "in/b.json"));
    expect(await opened([path.join(folder, "in")])).toEqual({
      files: ["F/in/a.json", "F/in/b.json"],
      problems: ["F/in/loop:1:1 a link to a folder that it stands in. Take the link out."],
    });
  });

  it("may hold links that lead nowhere, but not where they would be read", async () => {
    write("in/a.json");
    for (const name of ["gone.txt", "gone.json"]) symlinkSync("nowhere", path.join(folder, "in", name));
    symlinkSync("self.json", path.join(folder, "in/self.json"));
    expect(await opened([folder])).toEqual({
      files: ["F/in/a.json"],
      problems: [
        "F/in/gone.json:1:1 there is no such file or folder.",
        "F/in/self.json:1:1 a link that leads back to itself. Take the link out.",
      ],
    });
  });
});

describe("a path", () => {
  it("gives the file whatever its name, once, in the order as given", async () => {
    write("b.txt", "a.json");
    const [a, b] = ["a.json", "b.txt"].map((name) => path.join(folder, name));
    expect((await opened([b, a, folder, b])).files).toEqual(["F/b.txt", "F/a.json"]);
    expect((await opened([b, `${folder}/./b.txt`])).files).toEqual(["F/b.txt"]);
    const { files } = await openFiles([b], []);
    for (let times = 0; times < 2; times += 1)
      expect(await readText(files[0])).toEqual({ text: "text of b.txt" });
  });

  it("is a problem when it is missing, beside those that are not", async () => {
    write("a.json");
    const paths = ["no", "a.json", "a.json/x", "\0"].map((name) => path.join(folder, name));
    const { files, problems } = await opened(paths);
    expect(files).toEqual(["F/a.json"]);
    expect(problems).toEqual([
      "F/no:1:1 there is no such file or folder.",
      "F/a.json/x:1:1 there is no such file or folder.",
      expect.stringMatching(/^F\/\0:1:1 it cannot be read: /),
    ]);
  });

  it("is a problem when it is neither file nor folder", async () => {
    const pipe = path.join(folder, "pipe.json");
    execFileSync("mkfifo", [pipe]);
    const problem = "F/pipe.json:1:1 neither a file nor a folder. Give one of them.";
    expect(await opened([pipe])).toEqual({ files: [], problems: [problem] });
    expect(await opened([folder])).toEqual({ files: [], problems: [problem] });
  });

  // The superuser may read whatever there is.
  (process.getuid?.() === 0 ? it.skip : it)("is a problem when it may not be read", async () => {
    write("a.json");
    chmodSync(path.join(folder, "a.json"), 0);
    expect((await opened([folder])).problems).toEqual([
      "F/a.json:1:1 it may not be read: permission is denied.",
    ]);
  });

  it("is told when the file is gone by the time it is read", async () => {
    write("a.json");
    const { files } = await openFiles([folder], [".json"]);
    rmSync(path.join(folder, "a.json"));
    expect(await readText(files[0])).toMatchObject({
      problem: { message: expect.stringMatching(/^the file cannot be read: ENOENT/) },
    });
  });
});

test("a text can be a file", async () => {
  expect(await readText(inputFromText("a", "é"))).toEqual({ text: "é" });
  expect(await readText(inputFromText("a", Buffer.from("é")))).toEqual({ text: "é" });
});
