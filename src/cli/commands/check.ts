import type { Command } from "commander";
import { Database, poolOf } from "../../db/database";
import { findIntegrityProblems } from "../../domain/integrity/integrity.queries";
import { CommandError, ExitCode } from "../exit-codes";
import { readStore } from "../store";
import { count } from "../words";

/** \`scoregraph check\` */
export function checkCommand(program: Command): void {
  program
    .command("check")
    .summary("check the integrity of all data")
    .description(
      "Looks at all data for what keys cannot guard, and says in words what is wrong. Can be run beside a running service. Exit code 0 when nothing is wrong, 1 when something is.",
    )
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) =>
      readStore(async ({ dataSource, place }) => {
        const { findings, passed } = await findIntegrityProblems(new Database(poolOf(dataSource)));
        const lines = [
          ...passed.map((name) => `ok       ${name}`),
          ...findings.map(({ check, what }) => `problem  ${check}: ${what}`),
        ];
        if (!json) process.stdout.write(`${lines.join("\n")}\n`);
        if (findings.length) {
          const message = `${count(findings.length, "problem")} in ${place}.`;
          throw new CommandError(ExitCode.REFUSED, message, { findings, passed });
        }
        const well = json ? JSON.stringify({ findings, passed }, null, 2) : `Nothing is wrong in ${place}.`;
        process.stdout.write(`${well}\n`);
      }),
    );
}
