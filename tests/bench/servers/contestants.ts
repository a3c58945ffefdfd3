import { existsSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../../../src/common/package";
import { settings } from "../../../src/settings";
import { benchFolder } from "../install";
import type { Question, Workload } from "../workloads/workload";
import type { ServerCommand } from "./start-server";

export const CONTESTANTS = ["ours", "ours-cached", "floor", "peer", "peer-computing"] as const;
export type ContestantName = (typeof CONTESTANTS)[number];
export type ServerName = Exclude<ContestantName, "peer-computing">;

const CACHE_SETTING = "ANSWER_CACHE_MB";

/** Node 22, which PostGraphile needs; it comes as a package. */
export const newerNode = path.join(benchFolder, "node_modules/node/bin/node");

/** Whether this version of the service keeps answers at all. */
export function hasAnswerCache(): boolean {
  return Object.values(settings).some(({ name }: { name: string }) => name === CACHE_SETTING);
}

/** The server that answers for a contestant. */
export function serverOf(name: ContestantName): ServerName {
  return name === "peer-computing" ? "peer" : name;
}

/** How a contestant is asked; null where a workload is none for it. The floor takes no GraphQL. */
export function questionFor(name: ContestantName, workload: Workload): Question<unknown> | null {
  if (name === "ours" || name === "ours-cached") return workload.ours;
  if (name === "peer") return workload.peer;
  if (name === "peer-computing") return workload.peerComputing ?? null;
  return null;
}

/** How a server is started, with the same pool of connections for each. */
export function commandOf(name: ServerName, databaseUrl: string, connections: number): ServerCommand {
  const env = { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: String(connections), NODE_ENV: "production" };
  switch (name) {
    case "ours":
    case "ours-cached":
      return {
        command: process.execPath,
        args: [path.join(packageFolder, "dist/src/cli/main.js"), "serve"],
        env: { ...env, HOST: "127.0.0.1", PORT: "0", ...(name === "ours" ? { [CACHE_SETTING]: "0" } : {}) },
      };
    case "floor":
      return { command: process.execPath, args: [path.join(__dirname, "floor-server.js")], env };
    case "peer":
      if (!existsSync(newerNode)) {
        throw new Error(
          `${newerNode} is missing. Run: npm ci --prefix tests/bench (its install script fetches Node 22).`,
        );
      }
      return {
        command: newerNode,
        args: [path.join(benchFolder, "peer/server.mjs")],
        env: { ...env, GRAPHILE_ENV: "production" },
      };
  }
}
