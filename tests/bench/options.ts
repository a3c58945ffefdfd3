import { Command, InvalidArgumentError } from "commander";
import { CONTESTANTS, type ContestantName } from "./servers/contestants";
import { SIZES, type SizeName } from "./sizes";
import { workloads } from "./workloads";

export interface Options {
  sizes: SizeName[];
  only: string[];
  contestants: ContestantName[];
  rounds: number;
  seconds: number;
  seed: number;
  fresh: boolean;
  quick: boolean;
  accept: boolean;
  statements: boolean;
  /** Whether the tables go into docs/performance.md: those of a whole run on M and L do. */
  documented: boolean;
}

/** Reads the command line. Ends the process with what is allowed when something else is given. */
export function readOptions(argv: string[]): Options {
  const ids = workloads.map(({ id }) => id);
  const program = new Command("bench")
    .description("Compares the service with a bare server and with PostGraphile, on generated data.")
    .option("--size <sizes>", "how much data, one or more of S, M, L", listOf(Object.keys(SIZES)))
    .option("--only <workloads>", `only these workloads of ${ids.join(", ")}`, listOf(ids))
    .option("--contestants <names>", `only these of ${CONTESTANTS.join(", ")}`, listOf([...CONTESTANTS]))
    .option("--rounds <number>", "rounds for each workload, of which the medians are shown", positive)
    .option("--seconds <number>", "length of a round for each contestant", positive)
    .option("--seed <number>", "what the generated data depend on", positive, 1)
    .option("--fresh", "generate the data anew", false)
    .option(
      "--quick",
      "small data and short rounds; fails on wrong answers or too many statements only",
      false,
    )
    .option("--accept", "take the numbers of statements that are found as those to keep to", false)
    .option("--statements", "print the SQL that each contestant sends", false);
  const given = program.parse(argv).opts();
  return {
    sizes: (given.size ?? (given.quick ? ["S"] : ["M"])) as SizeName[],
    only: given.only ?? ids,
    contestants: given.contestants ?? [...CONTESTANTS],
    rounds: given.rounds ?? (given.quick ? 1 : 5),
    seconds: given.seconds ?? (given.quick ? 0.5 : 4),
    seed: given.seed,
    fresh: given.fresh,
    quick: given.quick,
    accept: given.accept,
    statements: given.statements,
    documented: ["M", "L"].every((size) => given.size?.includes(size)) && !given.only && !given.contestants,
  };
}

function listOf(allowed: string[]): (text: string) => string[] {
  return (text) => {
    const wanted = text.split(",");
    const wrong = wanted.filter((name) => !allowed.includes(name));
    if (wrong.length)
      throw new InvalidArgumentError(`${wrong.join(", ")}: give some of ${allowed.join(",")}.`);
    return allowed.filter((name) => wanted.includes(name));
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("Give a number above 0.");
  return value;
}
