import { Link } from "react-router";
import { pageOf } from "../address/things";
import {
  type SubmissionOrder,
  SubmissionsDocument,
  type SubmissionsQuery,
  type SubmissionWhere,
} from "../api/operations";
import { usePages } from "../api/use-pages";
import { Legend } from "./claims";
import { CompareBar, useChosen } from "./compare-bar";
import { Empty, FaultNotice, Loading } from "./states";
import { ChoiceCell, SubmissionCells, SubmissionHeadings } from "./submission-cells";
import { VirtualRows } from "./virtual-rows";

const PAGE = 50;

type Row = SubmissionsQuery["submissions"]["nodes"][number];

interface SubmissionListingProps {
  where: SubmissionWhere | undefined;
  orderBy?: SubmissionOrder;
  isPaused?: boolean;
  empty: string;
}

const listOf = (data: SubmissionsQuery) => data.submissions;

/** Submissions with what is known of each, as many as one scrolls to. */
export function SubmissionListing({ where, orderBy, isPaused = false, empty }: SubmissionListingProps) {
  const list = usePages(
    "Submissions",
    SubmissionsDocument,
    { where, orderBy, first: PAGE },
    listOf,
    isPaused,
  );
  const { rows, first, fault, isStale, again } = list;
  const chosen = useChosen();
  if (fault && rows.length === 0) return <FaultNotice fault={fault} again={again} isPart />;
  if (!first) return <Loading lines={10} />;
  if (rows.length === 0) {
    return (
      <Empty>
        <p>{empty}</p>
      </Empty>
    );
  }
  return (
    <>
      <div className="table-head">
        <p role="status">
          <b>{first.totalCount}</b> {first.totalCount === 1 ? "submission" : "submissions"}
        </p>
        <Legend />
      </div>
      <table
        className="listing"
        data-stale={isStale || undefined}
        aria-rowcount={first.totalCount + 1}
        aria-label="Submissions"
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="c-choose">
              <span className="unseen">To compare</span>
            </th>
            <SubmissionHeadings />
            <th scope="col" className="c-scores">
              Scores and places
            </th>
          </tr>
        </thead>
        <VirtualRows count={rows.length} columns={7} height={60} more={list.more} hasMore={list.hasMore}>
          {(index, measure) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <tr key={row.id} ref={measure} data-index={index} aria-rowindex={index + 2}>
                <ChoiceCell submission={row} chosen={chosen} />
                <SubmissionCells submission={row} />
                <td className="c-scores" data-label="Scores">
                  <Scores scores={row.scores} />
                </td>
              </tr>
            );
          }}
        </VirtualRows>
      </table>
      {fault && <FaultNotice fault={fault} again={again} isPart />}
      <CompareBar chosen={chosen} />
    </>
  );
}

/** The scores on default splits, with their places by the competition rule. */
function Scores({ scores }: { scores: Row["scores"] }) {
  const shown = scores.filter(({ split }) => split.isDefault);
  if (shown.length === 0) return <span className="unknown">no score</span>;
  return (
    <ul>
      {shown.map(({ id, reported, overallRank, leaderboard }) => (
        <li key={id}>
          <b className="number">{reported}</b>
          {overallRank !== null && (
            <span title="Equal values share the best place: 1, 2, 2, 4"> place {overallRank},</span>
          )}{" "}
          <Link className="note" to={pageOf("/leaderboards", leaderboard.slug)}>
            {leaderboard.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
