import { badInput } from "../../common/errors";
import type { BarsFigure } from "../../common/figure";
import type { RequestContext } from "../../db/request-context";
import type { RankingConnection } from "../ranking/ranking.types";
import { directionNotes, selectionNotes, tiesNote } from "../table/ranked-notes";
import { placeName, valuePlace } from "../table/value-columns";
import { versionNote } from "../table/version-note";
import { rowsNote } from "../table/written-table";
import { axisOf, counted, figureValue, withUnit } from "./figure-values";

/** More bars do not fit a page of paper. */
export const MOST_BARS = 60;

/** The rows of a ranking's page as bars. Throws BAD_USER_INPUT for more than fit a page of paper. */
export async function rankingFigure(
  context: RequestContext,
  connection: RankingConnection,
): Promise<BarsFigure> {
  const { splitId, used, ties, count, ...selection } = connection.source;
  const page = await connection.page();
  if (page.rows.length > MOST_BARS) {
    throw badInput(
      "first",
      `${page.rows.length} bars do not fit a page. Ask for at most ${MOST_BARS}, and go on with \`after\`.`,
    );
  }
  const place = await valuePlace(context, splitId);
  const bars = await Promise.all(
    page.rows.map(async (entry) => {
      const { score, ...value } = await figureValue(context, entry);
      const uncertainty = score.uncertainty === null ? null : Number(score.uncertainty);
      return { ...value, place: String(entry.rank), uncertainty };
    }),
  );
  const title = placeName(place);
  const listed = bars.map((bar) => `${bar.place}. ${bar.label}: ${withUnit(bar.text, place)}`);
  return {
    kind: "bars",
    name: title,
    title,
    description: `Bars of the values of ${counted(bars.length, "submission")} on ${title}, best first. ${listed.join("; ")}.`,
    notes: [
      ...directionNotes([{ place, used }]),
      ...(bars.some(({ uncertainty }) => uncertainty !== null) ? ["Thin lines: published uncertainty."] : []),
      tiesNote(ties),
      ...selectionNotes(selection),
      ...(await rowsNote(page, count)),
      await versionNote(context),
    ],
    axis: axisOf(place, used),
    bars,
  };
}
