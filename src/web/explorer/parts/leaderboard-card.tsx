import { Link } from "react-router";
import { pageOf } from "../address/things";
import { type HomeQuery, LeaderDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { Sparkline } from "../charts/sparkline";
import { withUnit } from "./with-unit";

type Board = HomeQuery["leaderboards"]["nodes"][number];

/** A leaderboard with who leads it. */
export function LeaderboardCard({ board }: { board: Board }) {
  const { slug, name, description, benchmark, metric, splits } = board;
  const { data } = useAsk(
    `Leader of ${name}`,
    LeaderDocument,
    { ref: slug },
    { isPaused: metric.direction === "UNKNOWN" },
  );
  const ranking = data?.leaderboard?.ranking;
  const records = data?.leaderboard?.stateOfTheArt ?? [];
  const leader = ranking?.nodes[0];
  const record = records.at(-1);
  return (
    <li className="card" id={benchmark.slug}>
      <div>
        <p className="kicker">{benchmark.name}</p>
        <h2>
          <Link to={pageOf("/leaderboards", slug)}>{name}</Link>
        </h2>
        <p className="note">
          {metric.name}
          {metric.unit && `, ${metric.unit}`} · {directionWords(metric.direction)} · {splits.length}{" "}
          {splits.length === 1 ? "split" : "splits"}
          {ranking && ` · ${ranking.totalCount} ranked`}
        </p>
        {description && <p className="about">{description}</p>}
      </div>
      {leader && (
        <div className="card-leader">
          <Sparkline
            values={records.map(({ heldFrom, score }) => [Date.parse(heldFrom), score.value ?? 0])}
          />
          <p>
            <span className="value">{withUnit(leader.score.reported, metric.unit)}</span>{" "}
            <Link to={pageOf("/submissions", leader.submission.slug)}>{leader.submission.label}</Link>
            {leader.tied && " and others with the same value"}
            <span className="note">
              {record && record.submission.id === leader.submission.id
                ? ` leads since ${record.heldFrom}`
                : " leads; since when is unknown"}
            </span>
          </p>
        </div>
      )}
    </li>
  );
}

function directionWords(direction: Board["metric"]["direction"]): string {
  switch (direction) {
    case "HIGHER_IS_BETTER":
      return "higher is better";
    case "LOWER_IS_BETTER":
      return "lower is better";
    default:
      return "nobody says which values are better";
  }
}
