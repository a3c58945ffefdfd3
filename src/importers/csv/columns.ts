import type { Located, Path } from "../input/located";
import type { Problem } from "../problem";
import type { TablePlan } from "./mapping/plan";
import { suggestion } from "./mapping/schema-problem";
import type { Columns } from "./row";

/** The columns that a table's rules want and that are not among those there are, each at its place in the mapping. */
export function columnProblems(
  { wanted, scores }: TablePlan,
  { names, repeated, has }: Columns,
  where: string,
  mapping: Located,
): Problem[] {
  const problem = (path: Path, message: string) => ({
    ...mapping.at(path),
    message: `${path.join(".")}: ${message}`,
  });
  const absent = wanted.filter(({ column }) => !has(column));
  const unlike = scores.flatMap(({ columnsAmong, wantsColumnLike }) =>
    wantsColumnLike && !columnsAmong(names).length ? [wantsColumnLike] : [],
  );
  return [
    ...absent.map(({ column, path }) =>
      repeated.includes(column)
        ? problem(path, `${where} has several columns "${column}": give the position of one, such as "#3".`)
        : problem(path, `there is no column "${column}" in ${where}.${suggestion(column, names)}`),
    ),
    ...unlike.map(({ pattern, path }) =>
      problem(path, `no column in ${where} is like "${pattern}".${suggestion(pattern, names)}`),
    ),
  ];
}
