import { mkdirSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { prepareCluster } from "./cluster";
import { databaseUrl } from "./connect";
import { notWritable } from "./errors";
import { lockFolder } from "./lock";
import { startServer } from "./start";
import { supervise } from "./supervise";

export { codeOf, EmbeddedPostgresError, FolderInUse } from "./errors";
export { runningPostgresUrl } from "./running";

/** A Postgres server that belongs to this process. */
export interface EmbeddedPostgres {
  /** Address of the database "scoregraph", with its password. */
  url: string;
  /** Whether the server was running already, left by a process that had been killed. */
  adopted: boolean;
  /** Ends the server and frees the data folder. Can be called again; takes half a minute at most. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds the database, its password and a lock; made if missing. */
  dataFolder: string;
  /** Port on 127.0.0.1; without it a free one is chosen at each start. */
  port?: number;
  /** Settings of Postgres by name, such as { fsync: "off" }. An adopted server keeps those it has. */
  settings?: Record<string, string>;
  /** Takes what Postgres logs and what is done to it, line by line. */
  onLog?: (line: string) => void;
  /** Told when the server ends on its own, before it is restarted, and when that is given up. */
  onExit?: (reason: string) => void;
}

/**
 * Starts the Postgres that is installed with the project, on a data folder, for this process alone. It listens
 * on 127.0.0.1 only and is restarted on the same port when it dies. Throws EmbeddedPostgresError, with what to
 * do, if it cannot be had here or another process holds the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, onLog = () => {}, onExit = () => {} } = options;
  const wanted = resolve(options.dataFolder);
  const releases: (() => void)[] = [];
  const release = () => {
    for (const free of releases.splice(0).reverse()) free();
  };
  try {
    mkdirSync(wanted, { recursive: true });
    const dataFolder = realpathSync(wanted);
    releases.push(await lockFolder(dataFolder));
    const cluster = await prepareCluster(dataFolder, { durable: settings.fsync !== "off", onLog });
    // A copied data folder leads to the same database, so that one is locked as well.
    if (cluster.home !== dataFolder) releases.push(await lockFolder(cluster.home));
    const start = (port: number | undefined, signal: AbortSignal) =>
      startServer(cluster, { port, settings, onLog, signal });
    const server = await start(options.port, new AbortController().signal);
    const supervised = supervise(server, { restart: start, onExit, onLog });
    let stopped: Promise<void> | undefined;
    return {
      url: databaseUrl(server.port, cluster.password),
      adopted: server.adopted,
      stop: () => (stopped ??= supervised.stop().finally(release)),
    };
  } catch (error) {
    release();
    throw notWritable(wanted, error);
  }
}
