import { ArgsType, Field } from "type-graphql";
import { andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { COUNTING_BASES } from "../claim/basis";
import type { Comparison, ComparisonResult } from "../comparison/comparison.types";
import { comparisonResults } from "../comparison/comparison-results";
import { loadLinked, loadRow } from "../node/row.loaders";
import { TIE_RULE_WORDS, TieRule } from "../ranking/tie-rule";
import type { Submission } from "../submission/submission.entity";
import { chosenColumns, columnEnum, columnOf, type FilledColumn } from "./column-definition";
import { writtenTable } from "./fill";
import { directionNote } from "./ranked-notes";
import { submissionColumns } from "./submission-columns";
import { TableArgs, type WrittenTable } from "./table.types";
import { placeName, scoreCell, type ValuePlace, valueColumnOf, valuePlace } from "./value-columns";

export const ComparisonColumn = columnEnum(
  "ComparisonColumn",
  "What a table of a comparison can have as columns.",
  {
    VALUES: {
      description:
        "A column for each split on which any of the submissions has a value: the values as published, the best ones marked.",
    },
    OVERALL_RANKS: {
      description:
        "A column for each of these splits: the places within the whole split (competition ranking).",
    },
    ...submissionColumns,
  },
);
export type ComparisonColumn = keyof typeof ComparisonColumn;

const PRESET: readonly ComparisonColumn[] = ["SUBMISSION", "VALUES"];

@ArgsType()
export class ComparisonTableArgs extends TableArgs {
  @Field(() => [ComparisonColumn], {
    nullable: true,
    description: `Its columns, each once; [${PRESET.join(", ")}] when not given.`,
  })
  columns?: ComparisonColumn[] | null;
}

/** One of the compared, by its place among them: the same one may be given twice. */
type Compared = number;

interface PlacedResult extends ComparisonResult {
  place: ValuePlace;
}

function valueColumn({ place, cells, direction }: PlacedResult): FilledColumn<Compared> {
  return {
    ...valueColumnOf(place, direction),
    cell: (i, context) => andThen(loadLinked(context, "Score", cells[i].scoreId), scoreCell),
  };
}

function rankColumn({ place, cells }: PlacedResult): FilledColumn<Compared> {
  const { key } = valueColumnOf(place, null);
  return {
    key: `${key}/overallRank`,
    heading: `${placeName(place)}: place`,
    kind: "rank",
    align: "right",
    cell: (i) => {
      const { overallRank } = cells[i];
      return overallRank === null ? null : { text: String(overallRank) };
    },
  };
}

/** Which values are better on each leaderboard, once for each; that nobody says it, where nobody does. */
function directionNotes(results: readonly PlacedResult[]): string[] {
  const notes = results.map(({ place, direction, directionSaidBy }) =>
    direction === null || directionSaidBy === null
      ? `${place.metric.name}: no source says which values are better.`
      : directionNote(place, { direction, directionSaidBy }),
  );
  return [...new Set(notes)];
}

/** A comparison as a table: a row for each submission. */
export async function comparisonTable(
  context: RequestContext,
  comparison: Comparison,
  args: ComparisonTableArgs,
): Promise<WrittenTable> {
  const basis = args.basis ?? COUNTING_BASES;
  const names = chosenColumns(args.columns, PRESET);
  const { submissionIds } = comparison;
  const results = await Promise.all(
    (await comparisonResults(context, comparison)).map(async (result) => ({
      ...result,
      place: await valuePlace(context, result.splitId),
    })),
  );
  const columns = names.flatMap((name): FilledColumn<Compared>[] => {
    if (name === "VALUES") return results.map(valueColumn);
    if (name === "OVERALL_RANKS") return results.map(rankColumn);
    const { cell, ...column } = columnOf<Submission>(name, submissionColumns[name], basis);
    return [
      {
        ...column,
        cell: (i, own) =>
          andThen(loadRow(own, "Submission", submissionIds[i]), (row) => cell(row as Submission, own)),
      },
    ];
  });
  const rules = names.includes("OVERALL_RANKS")
    ? [`Places: competition. ${TIE_RULE_WORDS[TieRule.COMPETITION]}`]
    : [];
  return writtenTable(
    context,
    {
      title: "Comparison of submissions",
      notes: [...directionNotes(results), ...rules],
      columns,
      pages: [{ context, rows: submissionIds.map((_, i) => i) }],
      rowCount: submissionIds.length,
    },
    args,
  );
}
