import type { Ref } from "react";
import type { Chosen } from "./compare-bar";
import { ScoreBar } from "./score-bar";
import { ChoiceCell, SubmissionCells } from "./submission-cells";
import type { RankingRow } from "./use-ranking";

interface RankingRowViewProps {
  row: RankingRow;
  index: number;
  scale: { from: number; to: number };
  isFiltered: boolean;
  /** Name of the split that places are compared with. */
  other: string | undefined;
  chosen: Chosen;
  measure: Ref<HTMLTableRowElement>;
}

/** One row of a ranking. */
export function RankingRowView({
  row,
  index,
  scale,
  isFiltered,
  other,
  chosen,
  measure,
}: RankingRowViewProps) {
  const { submission, score, rank, overallRank, tied } = row;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <ChoiceCell submission={submission} chosen={chosen} />
      <td className="c-place">
        {overallRank}
        {tied && (
          <span className="tied" title="Another row has exactly the same value">
            =
          </span>
        )}
      </td>
      {isFiltered && (
        <td className="c-place selected" data-label="Selected">
          {rank}
        </td>
      )}
      {other && (
        <ChangeCell place={overallRank} before={submission.scores?.[0]?.rank ?? null} other={other} />
      )}
      <td className="c-score">
        <ScoreBar score={score} scale={scale} />
      </td>
      <SubmissionCells submission={submission} />
    </tr>
  );
}

/** Places gained on the split shown against the other one. */
function ChangeCell({ place, before, other }: { place: number; before: number | null; other: string }) {
  if (before === null) {
    return (
      <td className="c-change" data-label={`vs ${other}`}>
        <span className="unknown" title={`No value on ${other}`}>
          –
        </span>
      </td>
    );
  }
  const gained = before - place;
  const words = gained === 0 ? "same place" : `${Math.abs(gained)} ${gained > 0 ? "higher" : "lower"}`;
  const kind = gained === 0 ? "same" : gained > 0 ? "up" : "down";
  return (
    <td className="c-change" data-label={`vs ${other}`}>
      <span className={kind} title={`Place ${before} on ${other}: here ${words}`}>
        <span aria-hidden="true">
          {{ up: "▲", down: "▼", same: "=" }[kind]}
          {gained !== 0 && Math.abs(gained)}
        </span>
        <span className="unseen">{words}</span>
      </span>
    </td>
  );
}
