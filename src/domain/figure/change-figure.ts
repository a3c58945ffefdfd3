import { badInput } from "../../common/errors";
import type { ScatterFigure, SlopesFigure } from "../../common/figure";
import type { RequestContext } from "../../db/request-context";
import type { RankChange, RankChangeConnection } from "../ranking/rank-change.types";
import { directionNotes, selectionNotes, tiesNote } from "../table/ranked-notes";
import { metricHeading, placeName, type ValuePlace, valuePlace } from "../table/value-columns";
import { versionNote } from "../table/version-note";
import { rowsNote } from "../table/written-table";
import { RankChangeFigure } from "./figure.types";
import { axisOf, counted, figureValue, withUnit } from "./figure-values";

/** More lines cannot be told apart. */
export const MOST_SLOPES = 60;

/** A change between two splits on both of which there is a value. */
type Both = RankChange & { rank: number; otherRank: number; scoreId: number; otherScoreId: number };

const isOnBoth = (change: RankChange): change is Both =>
  change.scoreId !== null &&
  change.otherScoreId !== null &&
  change.rank !== null &&
  change.otherRank !== null;

/** What the two sides are called: within one leaderboard by their splits alone. */
function sideNames(one: ValuePlace, other: ValuePlace): [string, string] {
  const isSame = one.leaderboard.id === other.leaderboard.id;
  return isSame ? [one.split.name, other.split.name] : [placeName(one), placeName(other)];
}

async function frameOf(context: RequestContext, connection: RankChangeConnection) {
  const { splitId, used, otherSplitId, otherUsed, ties, isFiltered, count } = connection.source;
  const page = await connection.page();
  const both = page.rows.filter(isOnBoth);
  const missing = page.rows.length - both.length;
  const [place, other] = await Promise.all([valuePlace(context, splitId), valuePlace(context, otherSplitId)]);
  const notes = [
    ...directionNotes([
      { place, used },
      { place: other, used: otherUsed },
    ]),
    ...(missing > 0
      ? [`Without a value on one of the two, and not drawn: ${counted(missing, "submission")}.`]
      : []),
    ...selectionNotes({ asOf: null, isFiltered }),
    ...(await rowsNote(page, count)),
    await versionNote(context),
  ];
  return { place, other, used, otherUsed, ties, both, notes, names: sideNames(place, other) };
}

async function slopesFigure(
  context: RequestContext,
  connection: RankChangeConnection,
): Promise<SlopesFigure> {
  const { place, other, ties, both, notes, names } = await frameOf(context, connection);
  if (both.length > MOST_SLOPES) {
    throw badInput("first", `${both.length} lines cannot be told apart. Ask for at most ${MOST_SLOPES}.`);
  }
  const [from, to] = names;
  const isSame = place.leaderboard.id === other.leaderboard.id;
  const title = isSame
    ? `${place.leaderboard.name}: places on ${from} and ${to}`
    : `Places: ${from} and ${to}`;
  const slopes = await Promise.all(
    both.map(async ({ scoreId, submissionId, rank, otherRank }) => {
      const { label } = await figureValue(context, { scoreId, submissionId });
      return { label, from: rank, to: otherRank };
    }),
  );
  const told = slopes.map((slope) => `${slope.label}: ${slope.from} and ${slope.to}`);
  return {
    kind: "slopes",
    name: title,
    title,
    description: `Lines between the places of ${counted(slopes.length, "submission")} on ${from} and on ${to}. ${told.join("; ")}.`,
    notes: [
      "Places within the whole splits. Blue lines rise, dashed orange ones fall, grey ones stay.",
      tiesNote(ties),
      ...notes,
    ],
    from,
    to,
    slopes,
  };
}

async function scatterFigure(
  context: RequestContext,
  connection: RankChangeConnection,
): Promise<ScatterFigure> {
  const { place, other, used, otherUsed, both, notes, names } = await frameOf(context, connection);
  const points = await Promise.all(
    both.map(async ({ scoreId, otherScoreId, submissionId }) => {
      const [one, two] = await Promise.all(
        [scoreId, otherScoreId].map((id) => figureValue(context, { scoreId: id, submissionId })),
      );
      return { label: one.label, x: one.value, y: two.value, xText: one.text, yText: two.text };
    }),
  );
  const [xName, yName] = names;
  const isSame = place.leaderboard.id === other.leaderboard.id;
  const title = isSame ? `${place.leaderboard.name}: ${xName} and ${yName}` : `${xName} and ${yName}`;
  const told = points.map(
    ({ label, xText, yText }) => `${label}: ${withUnit(xText, place)} and ${withUnit(yText, other)}`,
  );
  const axis = (name: string, at: ValuePlace, by: typeof used) => ({
    ...axisOf(at, by),
    title: `${name}: ${metricHeading(at.metric)}`,
  });
  return {
    kind: "scatter",
    name: title,
    title,
    description: `Points of ${counted(points.length, "submission")} with their values on ${xName} and on ${yName}. ${told.join("; ")}.`,
    notes: ["Each point is a submission with a value on both.", ...notes],
    x: axis(xName, place, used),
    y: axis(yName, other, otherUsed),
    points,
  };
}

/** The changes of a page as a figure. Throws BAD_USER_INPUT for more than can be told apart. */
export function changeFigure(
  context: RequestContext,
  connection: RankChangeConnection,
  kind: RankChangeFigure,
): Promise<SlopesFigure | ScatterFigure> {
  return kind === RankChangeFigure.SLOPES
    ? slopesFigure(context, connection)
    : scatterFigure(context, connection);
}
