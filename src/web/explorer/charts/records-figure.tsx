import { useState } from "react";
import { Link } from "react-router";
import type { RankingPlace } from "../address/ranking-place";
import { pageOf } from "../address/things";
import { RecordsDocument, type SubmissionWhere, TimelineDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import type { Board } from "../pages/leaderboard";
import { withUnit } from "../parts/with-unit";
import { AsOfSlider } from "./as-of-slider";
import { RecordsChart } from "./records-chart";

/** Dots for more rows than these say nothing. */
const MOST_DOTS = 200;

interface RecordsFigureProps {
  board: Board;
  place: Pick<RankingPlace, "ref" | "split" | "direction" | "asOf">;
  where: SubmissionWhere | undefined;
}

/** Who held the best value from when to when, as a chart and as a table, with the day as of which to rank. */
export function RecordsFigure({ board, place, where }: RecordsFigureProps) {
  const { ref, split, direction, asOf } = place;
  const [isTable, setTable] = useState(false);
  const all = useAsk(
    "Records",
    RecordsDocument,
    { ref, split, direction, asOf: undefined, where },
    { isHidden: true },
  );
  const dots = useAsk("Timeline", TimelineDocument, { ref, split, direction, where, first: MOST_DOTS });
  const records = all.data?.leaderboard?.stateOfTheArt ?? [];
  const ranking = dots.data?.leaderboard?.ranking;
  const rows = ranking?.nodes ?? [];
  const dated = rows.filter(({ submission }) => submission.submittedOn !== null);
  const undated = rows.length - dated.length;
  const { unit } = board.metric;
  return (
    <figure className="records">
      <figcaption>
        State of the art over time
        <button type="button" className="quiet" onClick={() => setTable(!isTable)}>
          {isTable ? "as a chart" : "as a table"}
        </button>
      </figcaption>
      {isTable ? (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Held</th>
              <th scope="col">Score</th>
              <th scope="col">Submission</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ score, submission, heldFrom, heldUntil, heldDays }) => (
              <tr key={score.id}>
                <td>
                  {heldFrom} – {heldUntil ?? "now"}
                  {heldDays !== null && <span className="note"> {heldDays} days</span>}
                </td>
                <td className="number">{withUnit(score.reported, unit)}</td>
                <td>
                  <Link to={pageOf("/submissions", submission.slug)}>{submission.label}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <RecordsChart records={records} dots={dated} asOf={asOf} unit={unit} />
      )}
      <AsOfSlider days={dated.map(({ submission }) => submission.submittedOn ?? "")} asOf={asOf} />
      {undated > 0 && <p className="note">{undated} rows without a date are not drawn, and set no record.</p>}
      {ranking && ranking.totalCount > MOST_DOTS && <p className="note">Dots: the best {MOST_DOTS} rows.</p>}
    </figure>
  );
}
