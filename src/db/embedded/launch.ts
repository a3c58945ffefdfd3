import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import type { Cluster } from "./cluster";
import { openDatabase } from "./connect";
import { EmbeddedPostgresError } from "./errors";
import { LastLines } from "./last-lines";
import { type Server, stopServer } from "./server";

export interface LaunchOptions {
  port: number;
  settings: Record<string, string>;
  onLog: (line: string) => void;
  /** Gives the start up. */
  signal: AbortSignal;
}

const DEFAULTS: Record<string, string> = {
  shared_buffers: "128MB",
  max_connections: "100",
  fsync: "on",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** The reason why a server did not start. */
export class LaunchError extends EmbeddedPostgresError {
  /** The port is taken by another program. */
  readonly portTaken = /could not create any TCP|could not bind/.test(this.message);
  /** A former server of the same folder still runs or has processes left. */
  readonly folderHeld = /lock file "postmaster.pid"|shared memory block/.test(this.message);
}

/** Starts a server on a cluster and waits until it accepts connections. Throws LaunchError if it ends. */
export async function launchServer(cluster: Cluster, options: LaunchOptions): Promise<Server> {
  const log = new LastLines(options.onLog);
  const child = spawnPostgres(cluster, options, log);
  const ended = new AbortController();
  const exited = exitOf(child).then((reason) => {
    ended.abort();
    return reason;
  });
  const server: Server = { pid: child.pid ?? 0, port: options.port, adopted: false, exited };
  try {
    await openDatabase(server, cluster, AbortSignal.any([options.signal, ended.signal]));
    return server;
  } catch (error) {
    if (ended.signal.aborted) {
      throw new LaunchError(`Postgres did not start: ${await exited}\n${log.text()}`.trim());
    }
    await stopServer(server);
    throw error;
  }
}

/**
 * It gets a session of its own, so that Ctrl-C at the terminal reaches only this process, which ends the server
 * when the last request is answered; and it does not keep this process alive by itself.
 */
function spawnPostgres(cluster: Cluster, options: LaunchOptions, log: LastLines): ChildProcess {
  const settings = {
    ...DEFAULTS,
    ...options.settings,
    port: String(options.port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
  };
  const args = ["-D", cluster.folder];
  for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.account,
    cwd: "/",
    env: { LC_ALL: "C" },
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => log.add(text));
  child.unref();
  (child.stderr as Socket | null)?.unref();
  return child;
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    // On close rather than exit, when the last words have been read as well.
    child.once("exit", (code, signal) => {
      const reason = signal ? `it was killed by ${signal}` : `it ended with code ${code}`;
      const done = () => resolve(reason);
      child.once("close", done);
      setTimeout(done, 200);
    });
  });
}
