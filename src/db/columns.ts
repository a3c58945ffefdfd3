import { getMetadataArgsStorage } from "typeorm";
import { SnakeCaseNaming } from "./naming-strategy";
import { join, raw, type Sql, sql } from "./sql";

const naming = new SnakeCaseNaming();

/** A column of a relation, and the property that its values become. */
export interface Column {
  property: string;
  expression: Sql;
  /** Whether its values stay the text they are, because a number could not hold them exactly. */
  exact: boolean;
  /** Whether its values are moments, which JSON has as texts only. */
  isMoment?: boolean;
}

type Entity = abstract new () => object;

/** A class that rows become. Its constructor must do nothing. */
export type RowClass = new () => object;

/** Makes rows that were just read those of a class. */
export function asRowsOf<Row extends object>(type: RowClass, rows: Row[]): Row[] {
  for (const row of rows) Object.setPrototypeOf(row, type.prototype);
  return rows;
}

const known = new Map<Entity, (Omit<Column, "expression"> & { name: string })[]>();

function columnsIn(entity: Entity) {
  let found = known.get(entity);
  if (!found) {
    const family = new Set<unknown>();
    for (let type: unknown = entity; typeof type === "function"; type = Object.getPrototypeOf(type))
      family.add(type);
    found = getMetadataArgsStorage()
      .columns.filter((column) => family.has(column.target) && column.options.select !== false)
      .map(({ propertyName: property, options }) => ({
        property,
        name: naming.columnName(property, options.name, []),
        exact: options.type === "numeric",
        isMoment: options.type === "timestamptz",
      }));
    known.set(entity, found);
  }
  return found;
}

/** The columns of an entity but for those marked `select: false`; `alias` is the table's alias in the statement. */
export function columnList(entity: Entity, alias: string): Column[] {
  return columnsIn(entity).map(({ property, name, exact, isMoment }) => ({
    property,
    expression: raw(`${alias}.${name}`),
    exact,
    isMoment,
  }));
}

/** A select list, each column under its property's name. */
export function selectList(columns: readonly Column[]): Sql {
  return join(columns.map(({ expression, property }) => sql`${expression} AS ${raw(`"${property}"`)}`));
}

/** The select list of an entity, so that a row read by SQL is a plain object of the entity's shape. */
export function columnsOf(entity: Entity, alias: string): Sql {
  return selectList(columnList(entity, alias));
}
