import type { Write } from "../db/write";
import { saveBenchmarks } from "../domain/benchmark/benchmark.commands";
import { saveThings } from "../domain/catalogue/things.commands";
import { type ClaimedKind, claimTables } from "../domain/claim/claim-tables";
import { saveLeaderboards, saveMetrics } from "../domain/leaderboard/leaderboard.commands";
import { saveOrganisations } from "../domain/organisation/organisation.commands";
import { savePapers } from "../domain/paper/paper.commands";
import { saveScores } from "../domain/score/score.commands";
import { warnOfSilence } from "../domain/source/silence.commands";
import { saveSources } from "../domain/source/source.commands";
import { saveSubmissions } from "../domain/submission/submission.commands";

/** Writes all that is staged, what is referred to before what refers to it. */
export async function applyStaged(write: Write): Promise<void> {
  await saveSources(write);
  await saveBenchmarks(write);
  await saveMetrics(write);
  await saveLeaderboards(write);
  await savePapers(write);
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) await saveThings(write, kind);
  await saveOrganisations(write);
  await saveSubmissions(write);
  await saveScores(write);
  await warnOfSilence(write);
}
