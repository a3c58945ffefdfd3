import { Link } from "react-router";
import { HomeDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { LeaderboardCard } from "../parts/leaderboard-card";
import { PageHead } from "../parts/page-head";
import { Empty, FaultNotice, Loading } from "../parts/states";

/** As many leaderboards as anybody reads through; others are found by search. */
const MOST = 100;

/** All leaderboards, each with who leads it. */
export function Component() {
  const { data, fault, again } = useAsk("Leaderboards", HomeDocument, { first: MOST });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  if (!data) return <Loading lines={10} />;
  const { meta, leaderboards } = data;
  const { counts } = meta;
  return (
    <>
      <PageHead title="Leaderboards">
        <p className="lead">
          Who scored what, with which loss function, backbone and training data, citing which papers, and how
          sure one may be of each.
        </p>
      </PageHead>
      <ul className="counts" aria-label="What is known">
        <Count address="/submissions" name="submissions" count={counts.submissions} />
        <li>
          <b>{counts.scores}</b> scores
        </li>
        <Count address="/organisations" name="organisations" count={counts.organisations} />
        <Count address="/losses" name="loss functions" count={counts.lossFunctions} />
        <Count address="/backbones" name="backbones" count={counts.backbones} />
        <Count address="/datasets" name="datasets" count={counts.trainingDatasets} />
        <Count address="/papers" name="papers" count={counts.papers} />
        <li className="note">data version {meta.dataVersion}</li>
      </ul>
      {leaderboards.totalCount === 0 && (
        <Empty>
          <p>Nothing was imported yet.</p>
        </Empty>
      )}
      <ul className="cards">
        {leaderboards.nodes.map((board) => (
          <LeaderboardCard key={board.id} board={board} />
        ))}
      </ul>
      {leaderboards.totalCount > MOST && (
        <p className="note">
          {MOST} of {leaderboards.totalCount} are listed; <Link to="/search">search</Link> finds the others.
        </p>
      )}
    </>
  );
}

function Count({ address, name, count }: { address: string; name: string; count: number }) {
  return (
    <li>
      <Link to={address}>
        <b>{count}</b> {name}
      </Link>
    </li>
  );
}
