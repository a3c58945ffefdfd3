import { badInput } from "../../common/errors";
import type { GroupedValue, StripsFigure } from "../../common/figure";
import type { RequestContext } from "../../db/request-context";
import { Basis } from "../claim/basis";
import type { StatisticsConnection } from "../statistics/statistics.types";
import { CLAIM_MARKS } from "../table/marks";
import { directionNotes, selectionNotes } from "../table/ranked-notes";
import { groupsTitle, IN_TWO_GROUPS } from "../table/statistics-table";
import { placeName, valuePlace } from "../table/value-columns";
import { versionNote } from "../table/version-note";
import { rowsNote } from "../table/written-table";
import { loadGroupedRows, loadQuartiles } from "./figure.loaders";
import { axisOf, counted, figureValue, withUnit } from "./figure-values";

/** More groups do not fit a page of paper. */
export const MOST_GROUPS = 40;

/** More values are not drawn one by one. */
const MOST_VALUES = 2_000;

const INHERITED = CLAIM_MARKS.find(({ key }) => key === Basis.INHERITED)?.meaning;

/** The groups of a page with the spread of their values. Throws BAD_USER_INPUT for more than fit a page of paper. */
export async function groupFigure(
  context: RequestContext,
  connection: StatisticsConnection,
): Promise<StripsFigure> {
  const { splitId, used, groupBy, selection, count: countGroups, ...ranked } = connection.source;
  const page = await connection.page();
  if (page.rows.length > MOST_GROUPS) {
    throw badInput(
      "first",
      `${page.rows.length} groups do not fit a page. Ask for at most ${MOST_GROUPS}, and go on with \`after\`.`,
    );
  }
  const keys = page.rows.map(({ key }) => key);
  const wanted = keys.map((key) => ({ splitId, key }));
  const asked = { ...selection, grouping: groupBy };
  const place = await valuePlace(context, splitId);
  const quartiles = await loadQuartiles(context, asked, wanted);
  const groups = page.rows.map(({ key, label, count, min, max, median }) => {
    const spread = quartiles.find((row) => row.key === key);
    const { lowerQuartile = median, upperQuartile = median } = spread ?? {};
    return { label, count, isUnknown: key === null, min, lowerQuartile, median, upperQuartile, max };
  });
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const values = async (): Promise<GroupedValue[]> => {
    const rows = await loadGroupedRows(context, asked, wanted);
    return Promise.all(
      rows.map(async (row) => {
        const { value, text, label } = await figureValue(context, row);
        return { value, text, label, group: keys.indexOf(row.key), isStated: row.isStated };
      }),
    );
  };
  const drawn = total > MOST_VALUES ? null : await values();
  const title = groupsTitle(place, groupBy);
  const told = groups.map(
    ({ label, count, median }) =>
      `${label}: ${counted(count, "value")}, median ${withUnit(String(median), place)}`,
  );
  return {
    kind: "strips",
    name: title,
    title,
    description: `The values on ${placeName(place)} in ${counted(groups.length, "group")}. ${told.join("; ")}.`,
    notes: [
      `${drawn ? "Points: values. " : `The ${total} values are not drawn one by one. `}Thick line: median, from 3 values on. Box: middle half, from 5 values on. Thin line: smallest to largest.`,
      ...(drawn?.some(({ isStated }) => !isStated) ? [`Hollow points: ${INHERITED}`] : []),
      ...directionNotes([{ place, used }]),
      IN_TWO_GROUPS,
      ...selectionNotes(ranked),
      ...(await rowsNote(page, countGroups)),
      await versionNote(context),
    ],
    axis: axisOf(place, used),
    groups,
    values: drawn,
    unstatedLabel: Basis.INHERITED.toLowerCase(),
  };
}
