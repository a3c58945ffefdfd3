import type { Command } from "commander";
import { serve } from "../../main";

/** \`scoregraph serve\` */
export function serveCommand(program: Command): void {
  program
    .command("serve")
    .summary("start the service")
    .description(
      "Starts the service on the database of the settings; Ctrl-C stops it. docs/configuration.md lists the settings.",
    )
    .action(serve);
}
