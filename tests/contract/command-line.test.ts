import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { createProgram } from "../../src/cli/program";

const docs = readFileSync(path.join(__dirname, "../../docs/command-line.md"), "utf8");

/** Every command that does something, by its whole name. */
function commandsOf(parent: Command, above: string[] = []): [string, Command][] {
  return parent.commands.flatMap((command) => {
    const name = [...above, command.name()];
    return command.commands.length
      ? commandsOf(command, name)
      : [[name.join(" "), command] as [string, Command]];
  });
}

const commands = commandsOf(createProgram());

/** The part of the page about a command. */
function section(name: string): string {
  return (
    new RegExp(`^## \`scoregraph ${name}( [^\`]*)?\`\n([^]*?)(?=^## |(?![^]))`, "m").exec(docs)?.[2] ?? ""
  );
}

test.each(commands)("the page about the command line describes %s as it is", (name, command) => {
  expect(section(name)).toContain(command.description());
  for (const { flags, description } of command.options) {
    expect(section(name)).toContain(`| \`${flags.replaceAll("|", "\\|")}\` | ${description}`);
  }
  for (const argument of command.registeredArguments) {
    expect(section(name)).toContain(`| \`<${argument.name()}>\` | ${argument.description}`);
  }
});

test("the page describes no command that there is not", () => {
  const described = [...docs.matchAll(/^## `scoregraph ([a-z ]+?)(?: [<[][^`]*)?`$/gm)].map(
    ([, name]) => name,
  );
  expect(described).toEqual(commands.map(([name]) => name));
});
