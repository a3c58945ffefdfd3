import { useMemo } from "react";
import { useParams, useSearchParams } from "react-router";
import { rankingFiles } from "../address/files";
import { filtersIn, hasScoreBounds } from "../address/filters";
import { placeIn } from "../address/ranking-place";
import { LeaderboardDocument, type LeaderboardQuery } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { RecordsFigure } from "../charts/records-figure";
import { FacetPanel } from "../parts/facet-panel";
import { FilterChips } from "../parts/filter-chips";
import { PageHead } from "../parts/page-head";
import { RankingControls } from "../parts/ranking-controls";
import { RankingTable } from "../parts/ranking-table";
import { FaultNotice, Loading } from "../parts/states";
import { Unranked } from "../parts/unranked";
import { rankingSource } from "../parts/use-facets";
import { useRanking } from "../parts/use-ranking";
import { useWhere } from "../parts/use-where";
import { WhatItSays } from "../parts/what-it-says";

export type Board = NonNullable<LeaderboardQuery["leaderboard"]>;

/** A leaderboard: who leads, since when, and with what, as far as sources say it. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Leaderboard", LeaderboardDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  if (!data?.leaderboard) return <Loading lines={20} />;
  return <LeaderboardPage key={data.leaderboard.slug} board={data.leaderboard} />;
}

function LeaderboardPage({ board }: { board: Board }) {
  const [search] = useSearchParams();
  const place = placeIn(search, board);
  const filters = filtersIn(search);
  const { where, whereOf, isReady } = useWhere(filters);
  const key = JSON.stringify(place);
  const source = useMemo(() => {
    const { ref, split, direction, asOf } = place;
    return rankingSource({ ref, split, direction, asOf });
  }, [key]);
  const { metric, benchmark, description } = board;
  const isOpen = !place.direction && metric.direction === "UNKNOWN";
  const ranking = useRanking(place, where, isOpen || !isReady);
  return (
    <>
      <PageHead
        kicker={`${benchmark.name} · ${metric.name}${metric.unit ? `, ${metric.unit}` : ""}`}
        title={board.name}
        files={rankingFiles(board.slug, { ...place, where })}
      >
        {description && <p className="lead">{description}</p>}
      </PageHead>
      <RankingControls board={board} place={place} />
      {isOpen ? (
        <p className="state">
          No source says whether higher or lower values are better. Choose above how to rank.
        </p>
      ) : !isReady ? (
        <Loading lines={16} />
      ) : (
        <div className="with-facets">
          <FacetPanel source={source} filters={filters} whereOf={whereOf} score={{ unit: metric.unit }} />
          <div className="beside">
            <div className="overview">
              <WhatItSays board={board} place={place} where={where} ranking={ranking} />
              <RecordsFigure board={board} place={place} where={where} />
            </div>
            <FilterChips source={source} filters={filters} whereOf={whereOf} />
            <RankingTable board={board} place={place} ranking={ranking} isFiltered={filters.size > 0} />
            {!ranking.hasMore && !hasScoreBounds(filters) && <Unranked place={place} where={where} />}
          </div>
        </div>
      )}
    </>
  );
}
