import { getMetadataArgsStorage } from "typeorm";
import { SnakeCaseNaming } from "./naming-strategy";
import { raw, type Sql } from "./sql";

const naming = new SnakeCaseNaming();

/**
 * The select list of an entity, each column under its property's name, so that a row read by SQL is a plain object
 * of the entity's shape. Columns marked `select: false` are left out. `alias` is the table's alias in the statement.
 */
export function columnsOf(entity: abstract new () => object, alias: string): Sql {
  const family = new Set<unknown>();
  for (let type: unknown = entity; typeof type === "function"; type = Object.getPrototypeOf(type))
    family.add(type);
  const columns = getMetadataArgsStorage().columns.filter(
    (column) => family.has(column.target) && column.options.select !== false,
  );
  return raw(
    columns
      .map(({ propertyName, options }) => {
        const name = naming.columnName(propertyName, options.name, []);
        return `${alias}.${name}${name === propertyName ? "" : ` AS "${propertyName}"`}`;
      })
      .join(", "),
  );
}
