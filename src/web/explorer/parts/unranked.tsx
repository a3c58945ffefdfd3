import { Link } from "react-router";
import type { RankingPlace } from "../address/ranking-place";
import { pageOf } from "../address/things";
import { type SubmissionWhere, UnrankedDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";

/** Submissions that the source lists without a value: not ranked, and not lost. */
export function Unranked({ place, where }: { place: RankingPlace; where: SubmissionWhere | undefined }) {
  const { data } = useAsk("Unranked", UnrankedDocument, { ref: place.ref, split: place.split, where });
  const list = data?.leaderboard?.unranked;
  if (!list || list.totalCount === 0) return null;
  return (
    <p className="note">
      Listed without a value on this split, and so without a place ({list.totalCount}):{" "}
      {list.nodes.map(({ id, slug, label }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link to={pageOf("/submissions", slug)}>{label}</Link>
        </span>
      ))}
    </p>
  );
}
