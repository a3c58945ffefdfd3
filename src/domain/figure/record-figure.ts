import type { DatedValue, StepsFigure } from "../../common/figure";
import type { RequestContext } from "../../db/request-context";
import type { StateOfTheArt } from "../state-of-the-art/state-of-the-art.loaders";
import { directionNotes, selectionNotes } from "../table/ranked-notes";
import { placeName, valuePlace } from "../table/value-columns";
import { versionNotes } from "../table/version-note";
import { loadDatedField, loadFieldExtent } from "./figure.loaders";
import type { Bucket, FieldExtent } from "./figure.queries";
import { axisOf, counted, figureValue, type ScoredRow, withUnit } from "./figure-values";

/** More points would be one blot, and take long to draw. */
const MOST_OTHERS = 2_000;

/** More records have no place in the key under the figure. */
const MOST_NAMED = 20;

function bucketFor({ dated, days }: FieldExtent): Bucket {
  if (dated <= MOST_OTHERS) return "row";
  return days <= MOST_OTHERS ? "day" : "month";
}

function fieldNotes({ dated, undated }: FieldExtent, bucket: Bucket): string[] {
  return [
    ...(dated > 0 && bucket !== "row"
      ? [`Grey points: of ${dated} other dated submissions the best of each ${bucket}.`]
      : []),
    ...(undated > 0 ? [`Without a date, and not drawn: ${counted(undated, "submission")}.`] : []),
  ];
}

/** The records of a split as a line of steps, with all other dated rows behind it. */
export async function recordFigure(
  context: RequestContext,
  { records, selection, ...ranked }: StateOfTheArt,
): Promise<StepsFigure> {
  const { splitId, used, asOf } = ranked;
  const place = await valuePlace(context, splitId);
  const behind = { splitId, records: records.map(({ scoreId }) => scoreId) };
  const extent = await loadFieldExtent(context, selection, behind);
  const bucket = bucketFor(extent);
  const field = await loadDatedField(context, { ...selection, bucket }, behind);
  const dated = async ({ day, ...row }: ScoredRow & { day: string }): Promise<DatedValue> => {
    const { value, text, label } = await figureValue(context, row);
    return { day, value, text, label };
  };
  const drawn = records.slice(-MOST_OTHERS);
  const named = Math.min(drawn.length, MOST_NAMED);
  const [steps, others] = await Promise.all([
    Promise.all(drawn.map(({ heldFrom, ...row }) => dated({ ...row, day: heldFrom }))),
    Promise.all(field.map(dated)),
  ]);
  const last = steps.at(-1);
  const ends = [asOf, field.at(-1)?.day, last?.day].filter((day) => day != null);
  const name = `State of the art: ${placeName(place)}`;
  const told = steps
    .slice(-MOST_NAMED)
    .map(({ day, text, label }) => `${day}: ${withUnit(text, place)} by ${label}`);
  return {
    kind: "steps",
    name,
    title: name,
    description: `A line of steps with ${counted(steps.length, "record")} on ${placeName(place)}, and ${counted(others.length, "other submission")} as points behind it. ${told.join("; ")}.`,
    notes: [
      "Line: best value so far; grey: other submissions. Each on its day of submission as published.",
      ...directionNotes([{ place, used }]),
      ...(named < records.length ? [`Named: the last ${named} of ${records.length} records.`] : []),
      ...fieldNotes(extent, bucket),
      ...selectionNotes(ranked),
      ...(await versionNotes(context)),
    ],
    axis: axisOf(place, used),
    steps,
    named,
    until: ends.reduce((latest, day) => (day > latest ? day : latest), ends[0] ?? "1970-01-01"),
    others,
  };
}
