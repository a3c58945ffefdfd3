import type { PoolDatabase } from "../../db/database";
import { aboutData, type DataTerms } from "../bundle/about-data";
import { dataArchive } from "./data-archive";

/** The whole data set of a database as one file. What it says is of one moment. */
export async function* exportArchive(db: PoolDatabase, terms: DataTerms): AsyncGenerator<Buffer> {
  const snapshot = await db.snapshot();
  try {
    yield* dataArchive(snapshot, await aboutData(snapshot, terms));
  } finally {
    await snapshot.end();
  }
}
