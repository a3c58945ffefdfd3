import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster";
import { openDatabase } from "./connect";
import { EmbeddedPostgresError } from "./errors";
import { disown, readPostmasterFile } from "./postmaster-file";
import { isAlive, isPostmasterOf } from "./process";
import { type Server, stopServer } from "./server";

const POLL_MS = 250;

/**
 * Takes over the server of a cluster that its former owner left running, as after kill -9 of that process.
 * It keeps the settings it was started with; one on another port than the wanted one is stopped instead.
 * Undefined if none runs, so that one can be started.
 */
export async function adoptServer(
  cluster: Cluster,
  wantedPort: number | undefined,
  signal: AbortSignal,
): Promise<Server | undefined> {
  const file = readPostmasterFile(cluster.folder);
  if (!file) return undefined;
  const gone = file.pid === process.pid || !isAlive(file.pid);
  const ours = gone ? false : isPostmasterOf(file.pid, cluster.folder);
  if (ours === false) {
    disown(cluster.folder);
    return undefined;
  }
  const exited = watch(file.pid);
  const server: Server = { pid: file.pid, port: file.port, adopted: true, exited: exited.reason };
  try {
    const either = AbortSignal.any([signal, exited.signal]);
    const folder = await openDatabase(server, cluster, either);
    if (!ours && folder !== cluster.folder) throw new Error(`port ${file.port} belongs to ${folder}`);
  } catch (error) {
    if (exited.signal.aborted) return undefined;
    throw ours ? error : unknownProcess(cluster.folder, file.pid, error);
  }
  if (wantedPort === undefined || wantedPort === file.port) return server;
  await stopServer(server);
  return undefined;
}

function unknownProcess(folder: string, pid: number, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `${folder}/postmaster.pid names process ${pid}, which is running but does not answer as its server. ` +
      "If that process is not Postgres, remove the file.",
    { cause },
  );
}

/** A process that is not a child of this one tells nobody when it ends: look from time to time. */
function watch(pid: number): { reason: Promise<string>; signal: AbortSignal } {
  const ended = new AbortController();
  const reason = (async () => {
    while (isAlive(pid)) await sleep(POLL_MS, undefined, { ref: false });
    ended.abort();
    return "it ended";
  })();
  return { reason, signal: ended.signal };
}
