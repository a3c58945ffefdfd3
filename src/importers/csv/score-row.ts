import type { NamedLeaderboard, NamedScore } from "../named-result";
import type { Problem } from "../problem";
import { type Fields, type RowFields, withMore } from "./fields";
import type { TablePlan } from "./mapping/plan";
import type { ScorePlan } from "./mapping/plan-scores";
import { suggestion } from "./mapping/schema-problem";
import { readScore } from "./read-score";

/** The scores of a row; cells that cannot be used are told to `report`. */
export function scoresOf(
  fields: RowFields,
  table: TablePlan,
  report: (problem: Problem) => void,
): NamedScore[] {
  return table.scores.flatMap((score) =>
    score.columnsAmong(fields.row.columns).flatMap(({ column, says }) => {
      const cell = fields.get(column);
      if (!cell) return [];
      const warn = (message: string) => report({ ...cell.place, message, level: "warning" });
      const told = Object.keys(says).length ? withMore(fields, says) : fields;
      const leaderboard = leaderboardOf(told, score, table, column, warn);
      const [split] = score.split(told);
      if (leaderboard && !split)
        warn(`"${column}": what the split's name is made of is missing here. The value is left out.`);
      if (!leaderboard || !split) return [];
      const { fault, ...read } = readScore(cell.text, leaderboard.metric, table.numbers, score.shift);
      if (fault) warn(`"${column}": "${cell.text}" ${fault}. The row is kept without this value.`);
      return [{ place: cell.place, leaderboard, split: split.text, ...read }];
    }),
  );
}

function leaderboardOf(
  fields: Fields,
  score: ScorePlan,
  { leaderboards }: TablePlan,
  column: string,
  warn: (message: string) => void,
): NamedLeaderboard | null {
  const [key] = score.leaderboard(fields);
  const plan = key && leaderboards.get(key.text);
  if (!plan) {
    const said = key
      ? `the mapping has no leaderboard "${key.text}".${suggestion(key.text, [...leaderboards.keys()])}`
      : "what the leaderboard's name is made of is missing here.";
    warn(`"${column}": ${said} The value is left out.`);
    return null;
  }
  const [name] = plan.name(fields);
  if (name) return { name: name.text, ...plan.rest };
  warn(`"${column}": what the leaderboard's name is made of is missing here. The value is left out.`);
  return null;
}
