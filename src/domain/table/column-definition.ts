import { registerEnumType } from "type-graphql";
import { badInput } from "../../common/errors";
import type { Awaitable } from "../../common/loader";
import type { Cell, ColumnKind, TableColumn } from "../../common/table";
import type { RequestContext } from "../../db/request-context";
import type { Basis } from "../claim/basis";

/** A column that can be chosen for tables whose rows are made from a kind of row. */
export interface ColumnDefinition<Row> {
  heading: string;
  kind: ColumnKind;
  description: string;
  namesRow?: boolean;
  cell: (row: Row, context: RequestContext, basis: readonly Basis[]) => Awaitable<Cell>;
}

/** A column of a table, and how its cells are made. */
export interface FilledColumn<Row> extends TableColumn {
  cell: (row: Row, context: RequestContext) => Awaitable<Cell>;
}

/** `OVERALL_RANK` as programs read it: `overallRank`. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const ON_THE_RIGHT: readonly ColumnKind[] = ["number", "count", "rank"];

/** How cells of a kind are aligned. */
export function alignOf(kind: ColumnKind): TableColumn["align"] {
  return ON_THE_RIGHT.includes(kind) ? "right" : "left";
}

/** The column of a definition. */
export function columnOf<Row>(
  name: string,
  { heading, kind, namesRow, cell }: ColumnDefinition<Row>,
  basis: readonly Basis[],
): FilledColumn<Row> {
  return {
    key: columnKey(name),
    heading,
    kind,
    align: alignOf(kind),
    ...(namesRow && { namesRow }),
    cell: (row, context) => cell(row, context, basis),
  };
}

/** Makes the enumeration of the columns that can be chosen: each is its own value. */
export function columnEnum<Name extends string>(
  name: string,
  description: string,
  columns: Readonly<Record<Name, { description: string }>>,
): Record<Name, Name> {
  const names = Object.keys(columns) as Name[];
  const values = Object.fromEntries(names.map((each) => [each, each])) as Record<Name, Name>;
  const valuesConfig = Object.fromEntries(
    names.map((each) => [each, { description: columns[each].description }]),
  ) as Record<Name, { description: string }>;
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

/** The columns that are asked for, or those of choice. Throws BAD_USER_INPUT for none and for one that comes twice. */
export function chosenColumns<Name extends string>(
  asked: readonly Name[] | null | undefined,
  preset: readonly Name[],
): readonly Name[] {
  if (asked == null) return preset;
  if (asked.length === 0) throw badInput("columns", "is empty. Name at least one, or leave it out.");
  const twice = asked.find((name, i) => asked.indexOf(name) !== i);
  if (twice) throw badInput("columns", `${twice} is named twice. Name each column once.`);
  return asked;
}
