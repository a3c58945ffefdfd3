import { type DataSource, type EntityManager, QueryFailedError } from "typeorm";
import type { Changes } from "../db/reconcile";
import { saveBenchmarks } from "../domain/benchmark/benchmark.commands";
import { SlugIndex } from "../domain/catalogue/save";
import { saveThings } from "../domain/catalogue/things.commands";
import { saveLeaderboards, saveMetrics } from "../domain/leaderboard/leaderboard.commands";
import { saveOrganisations } from "../domain/organisation/organisation.commands";
import { savePapers } from "../domain/paper/paper.commands";
import { saveScores } from "../domain/score/score.commands";
import { saveSources } from "../domain/source/source.commands";
import { Source } from "../domain/source/source.entity";
import { saveSubmissions } from "../domain/submission/submission.commands";
import { DataRefused } from "./problem";
import type { Records } from "./records";

/** Writers wait for each other: two imports at once would each miss what the other brings. */
const WRITE_LOCK = 7_304_116;

/**
 * Writes records in one transaction: all of them or none. Writing the same again changes nothing. Throws
 * UnknownReference, NotANumber, or DataRefused when they do not fit what is in the database.
 */
export async function loadRecords(dataSource: DataSource, records: Records): Promise<Changes> {
  try {
    return await dataSource.transaction(async (manager) => {
      await manager.query("SELECT pg_advisory_xact_lock($1)", [WRITE_LOCK]);
      return (await saveAll(manager, records)).reduce(add);
    });
  } catch (error) {
    throw (error instanceof QueryFailedError && asRefusal(error.driverError)) || error;
  }
}

/** Data that break a rule of the store: a value that is out of range (22), not unique or in use (23), too long (54). */
function asRefusal(error: Partial<Record<"code" | "table" | "detail" | "message", string>>) {
  const { code = "", table = "", detail = "", message = "" } = error;
  if (!/^(22|23|54)/.test(code)) return null;
  return new DataRefused(code === "23505" ? `${table}: ${detail}` : `${message}. ${detail}`.trim());
}

async function saveAll(manager: EntityManager, records: Records): Promise<Changes[]> {
  const changes = [
    ...(await saveSources(manager, records.sources)),
    ...(await saveBenchmarks(manager, records.benchmarks)),
    ...(await saveMetrics(manager, records.metrics)),
    ...(await saveLeaderboards(manager, records.leaderboards)),
    ...(await savePapers(manager, records.papers)),
    ...(await saveThings(manager, "LossFunction", records.lossFunctions)),
    ...(await saveThings(manager, "Backbone", records.backbones)),
    ...(await saveThings(manager, "TrainingDataset", records.trainingDatasets)),
    ...(await saveOrganisations(manager, records.organisations)),
  ];
  const sources = await SlugIndex.of(manager, Source, "source");
  changes.push(...(await saveSubmissions(manager, records.submissions, sources)));
  changes.push(...(await saveScores(manager, records.scores, sources)));
  return changes;
}

function add(sum: Changes, changes: Changes): Changes {
  return {
    created: sum.created + changes.created,
    changed: sum.changed + changes.changed,
    removed: sum.removed + changes.removed,
    unchanged: sum.unchanged + changes.unchanged,
  };
}
