import { DefaultNamingStrategy, type NamingStrategyInterface } from "typeorm";

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** Names tables and columns as SQL does: LossFunction.parentId stands in loss_function.parent_id. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  tableName(className: string, customName?: string): string {
    return customName ?? snakeCase(className);
  }

  columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, customName ?? propertyName].join("_"));
  }
}
