type Library = typeof import("hyparquet", { with: { "resolution-mode": "import" }});

/** What a Parquet file holds: its rows by the names of their columns, and what it says of itself. */
export async function readParquet(
  file: Uint8Array,
): Promise<{ rows: Record<string, unknown>[]; metadata: ReturnType<Library["parquetMetadata"]> }> {
  const { parquetMetadata, parquetReadObjects } = require("hyparquet") as Library;
  const bytes = new Uint8Array(file).buffer;
  return { rows: await parquetReadObjects({ file: bytes }), metadata: parquetMetadata(bytes) };
}
