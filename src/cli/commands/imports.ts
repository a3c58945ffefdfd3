import type { Command } from "commander";
import { Database, poolOf } from "../../db/database";
import {
  findListedImports,
  findWholeImport,
  type ListedImport,
} from "../../domain/import/import-list.queries";
import { NotUndoable } from "../../domain/import/not-undoable";
import { undoWrittenImport } from "../../importers/undo-import";
import { CommandError, ExitCode } from "../exit-codes";
import { changesTable, problemsText } from "../import-report";
import { readStore, withStore } from "../store";
import { table } from "../table";
import { wholeNumber } from "../whole-number";

interface Output {
  json?: boolean;
}

/** \`scoregraph imports list | show | undo\` */
export function importsCommand(program: Command): void {
  const imports = program
    .command("imports")
    .summary("list, show and undo imports")
    .description("What was imported, and what it did.");
  imports
    .command("list")
    .description("Lists imports, the latest first.")
    .option("--most <count>", "how many", wholeNumber, 50)
    .option("--json", "print JSON")
    .action(list);
  imports
    .command("show")
    .description("Shows an import: its files, what it changed, and the problems that it met.")
    .argument("<id>", "number of the import", wholeNumber)
    .option("--problems <count>", "how many problems to print", wholeNumber, 20)
    .option("--json", "print JSON")
    .action(show);
  imports
    .command("undo")
    .description(
      "Takes an import back: what it made goes, what it changed or removed is as it was. Refused, with the reasons, when something later rests on it.",
    )
    .argument("<id>", "number of the import", wholeNumber)
    .option("--json", "print JSON")
    .action(undo);
}

function list({ most, json }: Output & { most: number }): Promise<void> {
  return readStore(async ({ dataSource }) => {
    const found = await findListedImports(new Database(poolOf(dataSource)), most);
    const rows = found.map((each) => [
      each.id,
      each.format,
      minute(each.finishedAt),
      each.fileCount,
      total(each, "created"),
      total(each, "changed"),
      total(each, "removed"),
      each.problemCount,
      each.undoneAt ? minute(each.undoneAt) : null,
    ]);
    const head = [
      "id",
      "format",
      "finished (UTC)",
      "files",
      "created",
      "changed",
      "removed",
      "problems",
      "undone (UTC)",
    ];
    print(json, found, rows.length ? table(head, rows) : "Nothing was imported yet.");
  });
}

function show(id: number, { problems, json }: Output & { problems: number }): Promise<void> {
  return readStore(async ({ dataSource }) => {
    const found = await findWholeImport(new Database(poolOf(dataSource)), id);
    if (!found) throw new CommandError(ExitCode.REFUSED, `There is no import ${id}.`);
    const parts = [
      `Import ${id}, format ${found.format}, finished ${minute(found.finishedAt)} UTC, data revision ${found.revision}${
        found.undoneAt ? `, undone ${minute(found.undoneAt)} UTC` : ""
      }.`,
      ...(found.files.length
        ? [
            table(
              ["file", "bytes", "sha256"],
              found.files.map((file) => [file.name, file.bytes, file.sha256]),
            ),
          ]
        : []),
      changesTable(found.changes, "table"),
      ...(found.problemCount
        ? [problemsText(found.problems, found.problemCount, problems, "left out or done otherwise")]
        : []),
    ];
    print(json, found, parts.join("\n\n"));
  });
}

function undo(id: number, { json }: Output): Promise<void> {
  return withStore(async ({ dataSource }, signal) => {
    try {
      const changes = Object.fromEntries(await undoWrittenImport(dataSource, id, signal));
      print(json, { id, changes }, `Import ${id} is undone.\n\n${changesTable(changes, "table")}`);
    } catch (error) {
      if (!(error instanceof NotUndoable)) throw error;
      throw new CommandError(ExitCode.REFUSED, error.message, { dependences: error.dependences });
    }
  });
}

function print(json: boolean | undefined, value: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text}\n`);
}

const minute = (date: Date) => date.toISOString().slice(0, 16).replace("T", " ");

function total({ changes }: ListedImport, what: "created" | "changed" | "removed"): number {
  return Object.values(changes).reduce((sum, each) => sum + each[what], 0);
}
