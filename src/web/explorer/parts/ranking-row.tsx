import type { Ref } from "react";
import { Link } from "react-router";
import { pageOf } from "../address/things";
import { Claims, claimsOf } from "./claims";
import type { Chosen } from "./compare-bar";
import { Organisations } from "./organisations";
import { ScoreBar } from "./score-bar";
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
  const { losses, backbones, datasets } = claimsOf(submission);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className="c-choose">
        <input
          type="checkbox"
          checked={chosen.slugs.includes(submission.slug)}
          onChange={() => chosen.toggle(submission.slug)}
          aria-label={`Compare ${submission.label}`}
        />
      </td>
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
      <th scope="row" className="c-name">
        <Link to={pageOf("/submissions", submission.slug)}>{submission.label}</Link>
        <Organisations organisations={submission.organisations} label={submission.label} />
      </th>
      <td className="c-date" data-label="Date">
        {submission.submittedOn ?? <span className="unknown">unknown</span>}
      </td>
      <td className="c-claims" data-label="Loss">
        <Claims claims={losses} address="/losses" />
      </td>
      <td className="c-claims" data-label="Backbone">
        <Claims claims={backbones} address="/backbones" />
      </td>
      <td className="c-claims" data-label="Training data">
        <Claims claims={datasets} address="/datasets" />
      </td>
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
