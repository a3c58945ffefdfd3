import type { ItemKeys } from "../db/merge-repeats";
import { stagedRecords } from "../db/staged-records";
import { Staging } from "../db/staging";
import type { Transaction } from "../db/transaction";
import { stageNamed } from "../domain/benchmark/benchmark.commands";
import { stagePaper } from "../domain/paper/paper.commands";
import { stagedScores, stageScores } from "../domain/score/score.commands";
import { stageSubmission } from "../domain/submission/submission.commands";
import type { Records } from "./records";
import type { StagedRecord } from "./staged-record";

/** How a record of each section but scores is staged: with the keys by which names are compared. */
const STAGED: {
  [Section in Exclude<keyof Records, "scores">]: (record: Records[Section][number]) => object;
} = {
  sources: (record) => record,
  benchmarks: stageNamed,
  metrics: (record) => record,
  leaderboards: stageNamed,
  papers: stagePaper,
  lossFunctions: stageNamed,
  backbones: stageNamed,
  trainingDatasets: stageNamed,
  organisations: stageNamed,
  submissions: stageSubmission,
};

const CLAIM = ["thing", "basis", "modified", "term"];

/** What makes two items of a record's list the same one. */
export const ITEM_KEYS: ItemKeys = {
  aliases: ["key"],
  splits: ["slug"],
  doesNotSay: ["topic"],
  lossFunctions: CLAIM,
  backbones: CLAIM,
  trainingDatasets: CLAIM,
  citations: ["paper"],
  variantOf: ["submission"],
  likelyDescriptions: ["submission"],
};

/** Brings records into temporary tables, however many they are. Gives the sections of which there were any. */
export async function stage(
  transaction: Transaction,
  records: Iterable<StagedRecord> | AsyncIterable<StagedRecord>,
  onRecord?: () => void,
): Promise<Set<string>> {
  const staging = new Staging(transaction);
  await staging.create([stagedRecords, stagedScores]);
  const sections = new Set<string>();
  for await (const { section, record, place, partial } of records) {
    sections.add(section);
    if (section === "scores") await stageScores(staging, record, partial, place ?? {});
    else {
      const json = JSON.stringify(STAGED[section](record as never));
      const waiting = staging.add(stagedRecords, [
        section,
        record.slug,
        partial,
        place?.file,
        place?.line,
        place?.column,
        json,
      ]);
      if (waiting) await waiting;
    }
    onRecord?.();
  }
  await staging.finish();
  return sections;
}
