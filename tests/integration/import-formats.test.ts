import { PoolDatabase, poolOf } from "../../src/db/database";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { type ImportReport, importFiles } from "../../src/importers/import-files";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { revisionOf } from "../support/data-edits";
import { formatFixtures } from "../support/format-fixtures";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const hash = () => contentHash(new PoolDatabase(poolOf(service.dataSource)));
const written = ({ total }: ImportReport) => total.created + total.changed + total.removed;

describe.each(formatFixtures)("an import of the format %s", (name, { format, files, options }) => {
  const run = (more: object = {}) =>
    importFiles(service.dataSource, { format, files, options, naming: "create", ...more });

  it("brings submissions and scores, each with its import, and the same once more changes nothing", async () => {
    const report = await run();
    expect(report.id).toBe(2);
    expect(report.changes.submission.created).toBeGreaterThan(0);
    expect(report.changes.score.created).toBeGreaterThan(0);
    const { imports, submissions } = await service.data(`{
      imports(first: 1) { nodes { number format files { name bytes sha256 } problemCount } }
      submissions(where: { import: { is: ["2"] } }) { totalCount }
    }`);
    expect(imports.nodes[0]).toMatchObject({ number: 2, format: name, problemCount: report.problemCount });
    expect(imports.nodes[0].files).toEqual(report.files);
    expect(submissions.totalCount).toBeGreaterThan(0);
    const [revision, content] = [await revisionOf(service), await hash()];
    const again = await run({ files: [...files].reverse() });
    expect([again.id, written(again)]).toEqual([null, 0]);
    expect([await revisionOf(service), await hash()]).toEqual([revision, content]);
  });

  it("can be tried without writing anything, and says the same as when it is done", async () => {
    const [revision, content] = [await revisionOf(service), await hash()];
    const tried = await run({ dryRun: true });
    expect([tried.id, tried.dryRun]).toEqual([null, true]);
    expect([await revisionOf(service), await hash()]).toEqual([revision, content]);
    const done = await run();
    expect({ ...done, id: null, revision: null, dryRun: true }).toEqual(tried);
  });

  it("can be undone", async () => {
    const before = await hash();
    const { id } = await run();
    expect(await hash()).not.toBe(before);
    await undoWrittenImport(service.dataSource, id as number);
    expect(await hash()).toBe(before);
  });
});
