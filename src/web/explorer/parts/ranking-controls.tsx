import { useSearchParams } from "react-router";
import { withValue } from "../address/filters";
import { type RankingPlace, TIE_RULES } from "../address/ranking-place";
import type { Board } from "../pages/leaderboard";
import { Choice } from "./choice";

/** Split, rule of ties, what to compare places with, and which values are better where no source says it. */
export function RankingControls({ board, place }: { board: Board; place: RankingPlace }) {
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | undefined) => setSearch(withValue(search, name, value));
  const splits = board.splits.map(({ slug, name }) => ({ id: slug, name }));
  return (
    <div className="controls">
      {splits.length > 1 && (
        <Choice
          label="Split"
          options={splits}
          value={place.split}
          choose={(split) => set("split", split === board.defaultSplit.slug ? undefined : split)}
        />
      )}
      <Choice
        label="Equal values"
        options={TIE_RULES.map(({ rule, name, example }) => ({ id: rule, name, note: example }))}
        value={place.ties}
        choose={(rule) => set("ties", rule === "COMPETITION" ? undefined : rule)}
      />
      {place.otherSplit && (
        <Choice
          label="Change from"
          options={splits.filter(({ id }) => id !== place.split)}
          value={place.otherSplit}
          choose={(split) => set("versus", split)}
        />
      )}
      {board.metric.direction === "UNKNOWN" && (
        <Choice
          label="Better values, as you say"
          options={[
            { id: "HIGHER_IS_BETTER", name: "higher" },
            { id: "LOWER_IS_BETTER", name: "lower" },
          ]}
          value={place.direction}
          choose={(direction) => set("direction", direction)}
        />
      )}
    </div>
  );
}
