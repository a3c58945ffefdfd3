import { Link } from "react-router";
import { type RankingPlace, TIE_RULES } from "../address/ranking-place";
import { pageOf } from "../address/things";
import { RecordsDocument, type SubmissionWhere } from "../api/operations";
import { useAsk } from "../api/use-ask";
import type { Board } from "../pages/leaderboard";
import { LossesOfFirst } from "./losses-of-first";
import { unknownOf } from "./unknown-of";
import type { Ranking } from "./use-ranking";
import { differenceWithUnit, withUnit } from "./with-unit";

interface WhatItSaysProps {
  board: Board;
  place: RankingPlace;
  where: SubmissionWhere | undefined;
  ranking: Ranking;
}

/** The answers that most come for: who leads, since when, what is unknown of it, what the first ten use. */
export function WhatItSays({ board, place, where, ranking }: WhatItSaysProps) {
  const { ref, split, direction, asOf, ties } = place;
  const { data, isLoading } = useAsk("Records", RecordsDocument, { ref, split, direction, asOf, where });
  const record = data?.leaderboard?.stateOfTheArt.at(-1);
  const leader = ranking.rows[0];
  if (!leader) return <div className="says" />;
  // What comes of one question must not stand beside what came of the one before.
  const isMixed = ranking.isStale || isLoading;
  const { submission, score, overallRank, tied } = leader;
  const rule = TIE_RULES.find((each) => each.rule === ties);
  const unknown = unknownOf(submission);
  return (
    <dl className="says" data-stale={isMixed || undefined}>
      <div>
        <dt>{where ? "Leads the selection" : "Leads"}</dt>
        <dd>
          <Link className="leader" to={pageOf("/submissions", submission.slug)}>
            {submission.label}
          </Link>
          <span className="value">{withUnit(score.reported, board.metric.unit)}</span>
          <span className="note">
            Place {overallRank} of the whole split{tied && ", shared"}; equal values: {rule?.example} (
            {rule?.name}){asOf && `; as of ${asOf}`}
          </span>
        </dd>
      </div>
      <div>
        <dt>Since</dt>
        <dd>
          {isMixed ? (
            "…"
          ) : record ? (
            <>
              {record.heldFrom}
              {record.submission.id !== submission.id && (
                <>
                  {" "}
                  the record is held by{" "}
                  <Link to={pageOf("/submissions", record.submission.slug)}>{record.submission.label}</Link>
                </>
              )}
              <span className="note">
                {record.improvement === null
                  ? "the first record"
                  : `better than the record before by ${differenceWithUnit(record.improvement, board.metric.unit)}`}
              </span>
            </>
          ) : (
            <span className="unknown">unknown</span>
          )}
        </dd>
      </div>
      <div>
        <dt>Unknown of it</dt>
        <dd>{unknown.length > 0 ? unknown.join(", ") : "none of what this page shows"}</dd>
      </div>
      <LossesOfFirst rows={ranking.rows} />
    </dl>
  );
}
