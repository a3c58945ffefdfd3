import { createHash } from "node:crypto";
import type { PoolDatabase } from "../../db/database";
import { recordLines } from "./export-bundle";

/**
 * SHA-256 over all that the graph says, in hexadecimal: that of a bundle's lines without its manifest. Two databases have
 * the same one exactly when they say the same, whatever imports brought them there.
 */
export async function contentHash(db: PoolDatabase): Promise<string> {
  const hash = createHash("sha256");
  for await (const lines of recordLines(db)) hash.update(lines);
  return hash.digest("hex");
}
