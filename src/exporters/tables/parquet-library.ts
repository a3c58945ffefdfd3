type Library = typeof import("hyparquet-writer", { with: { "resolution-mode": "import" }});

type Writer = InstanceType<Library["ParquetWriter"]>;

/** A column as it is declared. */
export type SchemaElement = Writer["schema"][number];

/** The values of a column in a group of rows. */
export type ColumnSource = Parameters<Writer["write"]>[0]["columnData"][number];

/** The library that writes Parquet, loaded when it is first asked for. */
export function loadParquet(): Library {
  return require("hyparquet-writer") as Library;
}
