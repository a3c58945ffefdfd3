import { ArgsType, Field } from "type-graphql";
import { andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { COUNTING_BASES } from "../claim/basis";
import type { Comparison, ComparisonResult } from "../comparison/comparison.types";
import { comparisonResults } from "../comparison/comparison-results";
import { loadLinked } from "../node/row.loaders";
import { TieRule } from "../ranking/tie-rule";
import type { Submission } from "../submission/submission.entity";
import { chosenColumns, columnEnum, columnOf, type FilledColumn } from "./column-definition";
import type { Listing } from "./fill";
import { directionNotes, tiesNote } from "./ranked-notes";
import { ofSubmission, submissionColumns } from "./submission-columns";
import { TableArgs } from "./table.types";
import { type DirectedPlace, placeName, scoreCell, valueColumnOf, valuePlace } from "./value-columns";

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
export type Compared = number;

type PlacedResult = DirectedPlace & Pick<ComparisonResult, "cells">;

async function placed(context: RequestContext, result: ComparisonResult): Promise<PlacedResult> {
  const { splitId, cells, direction, directionSaidBy } = result;
  const used = direction && directionSaidBy ? { direction, directionSaidBy } : null;
  return { place: await valuePlace(context, splitId), used, cells };
}

function valueColumn({ cells, ...directed }: PlacedResult): FilledColumn<Compared> {
  return {
    ...valueColumnOf(directed),
    cell: (i, context) => andThen(loadLinked(context, "Score", cells[i].scoreId), scoreCell),
  };
}

function rankColumn({ cells, ...directed }: PlacedResult): FilledColumn<Compared> {
  return {
    key: `${valueColumnOf(directed).key}/overallRank`,
    heading: `${placeName(directed.place)}: place`,
    kind: "rank",
    align: "right",
    cell: (i) => {
      const { overallRank } = cells[i];
      return overallRank === null ? null : { text: String(overallRank) };
    },
  };
}

/** What a table of a comparison lists: a row for each submission. */
export async function comparisonListing(
  context: RequestContext,
  comparison: Comparison,
  args: Pick<ComparisonTableArgs, "columns" | "basis">,
): Promise<Listing<Compared>> {
  const basis = args.basis ?? COUNTING_BASES;
  const names = chosenColumns(args.columns, PRESET);
  const { submissionIds } = comparison;
  const found = await comparisonResults(context, comparison);
  const results = await Promise.all(found.map((result) => placed(context, result)));
  const columns = names.flatMap((name): FilledColumn<Compared>[] => {
    if (name === "VALUES") return results.map(valueColumn);
    if (name === "OVERALL_RANKS") return results.map(rankColumn);
    const column = columnOf<Submission>(name, submissionColumns[name], basis);
    return [ofSubmission(column, (i) => submissionIds[i])];
  });
  const rules = names.includes("OVERALL_RANKS") ? [tiesNote(TieRule.COMPETITION)] : [];
  return { title: "Comparison of submissions", notes: [...directionNotes(results), ...rules], columns };
}
