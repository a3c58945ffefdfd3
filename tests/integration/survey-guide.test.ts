import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { endThreads } from "../../src/exporters/figures/threads";
import { send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const guide = readFileSync(path.join(__dirname, "../../docs/for-surveys.md"), "utf8");
const folder = mkdtempSync(path.join(tmpdir(), "survey-"));

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
  await endThreads();
  expect(service.logged).toEqual([]);
});

it("the ten lines at its beginning make a table, a figure, a bibliography and an answer that can be cited", async () => {
  const [, lines] = /```sh\n(.*?)```/s.exec(guide) as RegExpExecArray;
  expect(lines.trim().split("\n")).toHaveLength(10);
  const script = lines.replace("http://127.0.0.1:4000", service.url);
  await promisify(execFile)("bash", ["-euc", script], { cwd: folder });
  const made = (name: string) => readFileSync(path.join(folder, name), "utf8");
  expect(made("angular.tex")).toMatch(/Overall place & Submission.*72\.438/s);
  expect(made("angular.svg")).toMatch(/^<svg .*QINIU ATLAB/s);
  expect(made("angular.bib")).toContain("@inproceedings{liu-2017-sphereface,");
  const { keepAnswer } = JSON.parse(made("kept.json")).data;
  expect(keepAnswer.citeAs.text).toContain(keepAnswer.id);
  expect(made("kept.tex")).toContain(`To be cited as https://scoregraph.example/a/${keepAnswer.id}.`);
  const page = await send(`${service.url}/a/${keepAnswer.id}`, { headers: { accept: "text/html" } });
  expect(page.text).toContain("<h1>Angular</h1>");
});
