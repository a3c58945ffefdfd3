import type { Command } from "commander";
import { Database, poolOf } from "../../db/database";
import { findIntegrityProblems } from "../../domain/integrity/integrity.queries";
import { CommandError, ExitCode } from "../exit-codes";
import { withStore } from "../store";

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
      withStore(async ({ dataSource, place }) => {
        const { findings, passed } = await findIntegrityProblems(new Database(poolOf(dataSource)));
        if (json) process.stdout.write(`${JSON.stringify({ findings, passed }, null, 2)}\n`);
        else {
          for (const name of passed) process.stdout.write(`ok       ${name}\n`);
          for (const { check, what } of findings) process.stdout.write(`problem  ${check}: ${what}\n`);
          if (!findings.length) process.stdout.write(`Nothing is wrong in ${place}.\n`);
        }
        if (findings.length) {
          throw new CommandError(ExitCode.REFUSED, `${findings.length} problems were found in ${place}.`, {
            findings,
          });
        }
      }),
    );
}
