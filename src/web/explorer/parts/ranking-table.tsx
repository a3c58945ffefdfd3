import type { RankingPlace } from "../address/ranking-place";
import { extent } from "../charts/extent";
import type { Board } from "../pages/leaderboard";
import { Legend } from "./claims";
import { CompareBar, useChosen } from "./compare-bar";
import { RankingRowView } from "./ranking-row";
import { Empty, FaultNotice, Loading } from "./states";
import { SubmissionHeadings } from "./submission-cells";
import type { Ranking } from "./use-ranking";
import { VirtualRows } from "./virtual-rows";

interface RankingTableProps {
  board: Board;
  place: RankingPlace;
  ranking: Ranking;
  isFiltered: boolean;
}

/** The rows of a ranking with what is known of each, as many as one scrolls to. */
export function RankingTable({ board, place, ranking, isFiltered }: RankingTableProps) {
  const { rows, first, fault, isStale, isLoading } = ranking;
  const chosen = useChosen();
  if (fault && rows.length === 0) return <FaultNotice fault={fault} again={ranking.again} isPart />;
  if (!first) return <Loading lines={12} />;
  if (rows.length === 0) {
    return (
      <Empty>
        <p>{isFiltered ? "No ranked row fulfils all filters." : "Nothing was ranked here yet."}</p>
        <p className="note">What is not known matches no filter but “unknown”.</p>
      </Empty>
    );
  }
  const { metric } = board;
  // Where a metric has no bounds, the values shown are its bounds, and 0 where all are above it.
  const [least, most] = extent(rows.map(({ score }) => score.value ?? 0));
  const scale = { from: metric.minimum ?? Math.min(0, least), to: metric.maximum ?? most };
  const other = board.splits.find(({ slug }) => slug === place.otherSplit);
  const columns = 8 + (other ? 1 : 0) + (isFiltered ? 1 : 0);
  return (
    <>
      <div className="table-head">
        <p role="status">
          <b>{first.totalCount}</b> ranked {isFiltered && "of those selected"}
          {first.directionSaidBy === "CALLER" && "; which values are better, you said"}
        </p>
        <Legend />
      </div>
      <table
        className="ranking"
        data-stale={isStale || undefined}
        data-other={other ? true : undefined}
        aria-rowcount={first.totalCount + 1}
        aria-label={`Ranking of ${board.name}`}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="c-choose">
              <span className="unseen">To compare</span>
            </th>
            <th
              scope="col"
              className="c-place"
              title="Place within the whole split, by the rule chosen above"
            >
              Place
            </th>
            {isFiltered && (
              <th
                scope="col"
                className="c-place selected"
                title="Place among those selected, by the rule chosen above"
              >
                Selected
              </th>
            )}
            {other && (
              <th
                scope="col"
                className="c-change"
                title={`Places gained or lost against ${other.name}, within the whole splits`}
              >
                vs {other.name}
              </th>
            )}
            <th scope="col" className="c-score">
              {metric.unit ? `Score, ${metric.unit}` : "Score"}
            </th>
            <SubmissionHeadings />
          </tr>
        </thead>
        <VirtualRows
          count={rows.length}
          columns={columns}
          height={52}
          more={ranking.more}
          hasMore={ranking.hasMore}
        >
          {(index, ref) => {
            const row = rows[index];
            return (
              row && (
                <RankingRowView
                  key={row.submission.id}
                  row={row}
                  index={index}
                  scale={scale}
                  isFiltered={isFiltered}
                  other={other?.name}
                  chosen={chosen}
                  measure={ref}
                />
              )
            );
          }}
        </VirtualRows>
      </table>
      {fault && <FaultNotice fault={fault} again={ranking.again} isPart />}
      {isLoading && rows.length > 0 && <p className="note">Reading more rows …</p>}
      <CompareBar chosen={chosen} />
    </>
  );
}
