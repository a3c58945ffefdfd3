import { Link } from "react-router";
import { pageOf } from "../address/things";
import type { SubmissionWhole } from "../pages/submission";
import { LineOf } from "./source-line";

/** All scores of a submission with its places, leaderboard by leaderboard. */
export function ScoreTable({ submission }: { submission: SubmissionWhole }) {
  const { scores, spreads } = submission;
  if (scores.length === 0) {
    return <p className="unknown">No source gives a score of it.</p>;
  }
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Leaderboard</th>
            <th scope="col">Split</th>
            <th scope="col" className="right">
              Score
            </th>
            <th
              scope="col"
              className="right"
              title="Within the whole split; equal values share the best place: 1, 2, 2, 4"
            >
              Place
            </th>
            <th
              scope="col"
              className="right"
              title="Distance to the leader of the split, in the unit of the metric"
            >
              Behind
            </th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(
            ({ id, reported, overallRank, tied, behindLeader, uncertainty, leaderboard, split, source }) => (
              <tr key={id}>
                <td>
                  <Link to={pageOf("/leaderboards", leaderboard.slug)}>{leaderboard.name}</Link>
                </td>
                <td>
                  <Link
                    to={`${pageOf("/leaderboards", leaderboard.slug)}?split=${encodeURIComponent(split.slug)}`}
                  >
                    {split.name}
                  </Link>
                </td>
                <td className="right number">
                  <b>{reported ?? "–"}</b>
                  {uncertainty !== null && ` ±${uncertainty}`}
                </td>
                <td className="right number">
                  {overallRank ?? <span className="unknown">unknown</span>}
                  {tied && (
                    <span className="tied" title="Another row has exactly the same value">
                      =
                    </span>
                  )}
                </td>
                <td className="right number">
                  {behindLeader === null ? "–" : Number(behindLeader.toPrecision(6))}
                </td>
                <td>
                  <LineOf source={source} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="note">
        Places: competition rule, 1, 2, 2, 4.
        {spreads
          .filter(({ splitCount }) => splitCount > 1)
          .map(({ leaderboard, spread, splitCount }) => (
            <span key={leaderboard.id}>
              {" "}
              {leaderboard.name}:{" "}
              {spread === 0
                ? `the same value on all ${splitCount} splits.`
                : `the ${splitCount} splits lie ${Number(spread.toPrecision(6))} apart.`}
            </span>
          ))}
      </p>
    </>
  );
}
