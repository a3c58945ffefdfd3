import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { badInput } from "../../common/errors";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { loadLinked } from "../node/row.loaders";
import { Source } from "../source/source.entity";
import { changesByKind, totalsOf } from "./changes";
import { ImportConnection, importConnection } from "./import.connection";
import { Import } from "./import.entity";
import { ImportsArgs } from "./import.inputs";
import { loadFiles, loadProblems, loadSources } from "./import.loaders";
import { ImportChanges, ImportFile, ImportProblem, ImportTotals, ProblemLevel } from "./import.types";
import { resolveImport } from "./import-reference";
import { Imported, type ImportedRow } from "./imported";

/** Problems beyond these are counted, but not kept. */
const MOST_PROBLEMS = 1000;

const asTime = (moment: Date) => moment.toISOString().replace(/\.\d+Z$/, "Z");

@Resolver(() => Import)
class ImportResolver {
  @Query(() => Import, {
    name: "import",
    nullable: true,
    description: "One import. No match is an error (NOT_FOUND).",
  })
  one(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Global id, or the import's number." }) id: string,
  ): Promise<Import> {
    return resolveImport(context, id, "id");
  }

  @Query(() => ImportConnection, {
    description: "All imports, or those that `where` selects, the newest first.",
  })
  imports(@Ctx() context: RequestContext, @Args(() => ImportsArgs) args: ImportsArgs): ImportConnection {
    return importConnection(context, args);
  }

  @FieldResolver(() => Int, { description: "Its number, by which the operator's commands call it." })
  number(@Root() { id }: Import): number {
    return id;
  }

  @FieldResolver(() => [ImportFile], { description: "The files that were read, in the order given." })
  files(@Ctx() context: RequestContext, @Root() { id }: Import): Awaitable<ImportFile[]> {
    return loadFiles(context, null, id);
  }

  @FieldResolver(() => String, { description: "When it was started, as ISO 8601 date and time in UTC." })
  startedAt(@Root() { startedAt }: Import): string {
    return asTime(startedAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "When it was finished, as ISO 8601 date and time in UTC; null until then.",
  })
  finishedAt(@Root() { finishedAt }: Import): string | null {
    return finishedAt && asTime(finishedAt);
  }

  @FieldResolver(() => [ImportChanges], {
    description: "What it did to the records of each kind that it touched, by kind.",
  })
  changes(@Root() { changes }: Import): ImportChanges[] {
    return changesByKind(changes);
  }

  @FieldResolver(() => ImportTotals, { description: "What it did to records of all kinds together." })
  totals(@Root() { changes }: Import): ImportTotals {
    return totalsOf(changesByKind(changes));
  }

  @Cost({ items: { argument: "first", most: MOST_PROBLEMS } })
  @FieldResolver(() => [ImportProblem], {
    description: `The problems that it met, in the order of the files. Only the first ${MOST_PROBLEMS} are kept; \`problemCount\` counts all.`,
  })
  async problems(
    @Ctx() context: RequestContext,
    @Root() { id }: Import,
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: `How many of them to give, 0 to ${MOST_PROBLEMS}.`,
    })
    first: number,
  ): Promise<ImportProblem[]> {
    if (first < 0 || first > MOST_PROBLEMS) {
      throw badInput("first", `${first} is out of range. Give a number from 0 to ${MOST_PROBLEMS}.`);
    }
    const problems = await loadProblems(context, { most: first }, id);
    return problems.map((problem) => ({
      ...problem,
      level: problem.level === "warning" ? ProblemLevel.WARNING : ProblemLevel.ERROR,
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "When it was undone, as ISO 8601 date and time in UTC; null where it stands.",
  })
  undoneAt(@Root() { undoneAt }: Import): string | null {
    return undoneAt && asTime(undoneAt);
  }

  @FieldResolver(() => Boolean, { description: "Whether it was undone: what it wrote is then gone again." })
  isUndone(@Root() { undoneAt }: Import): boolean {
    return undoneAt !== null;
  }

  @FieldResolver(() => [Source], {
    description:
      "The documents that it brought or changed, by title. One that a later import wrote again belongs to that one.",
  })
  sources(@Ctx() context: RequestContext, @Root() { id }: Import): Awaitable<Source[]> {
    return loadSources(context, null, id);
  }
}

@Resolver(() => Imported)
class ImportedResolver {
  @FieldResolver(() => Import, {
    nullable: true,
    description: "The import that last wrote this; null where that is not known.",
  })
  import(@Ctx() context: RequestContext, @Root() { importId }: ImportedRow): Awaitable<Import | null> {
    return loadLinked(context, "Import", importId);
  }
}

/** Everything that can be asked of imports, and of whatever they wrote. */
export const importResolvers = [ImportResolver, ImportedResolver];
