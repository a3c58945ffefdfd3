import { execFileSync } from "node:child_process";
import os from "node:os";
import { newerNode } from "../servers/contestants";

/** Says on what was measured; ratios are worth more than it suggests, and numbers less. */
export function describeMachine(postgresVersion: string): string {
  const [{ model }] = os.cpus();
  const peerNode = execFileSync(newerNode, ["--version"], { encoding: "utf8" }).trim().slice(1);
  return (
    `${os.cpus().length} cores (${model.trim() || os.arch()}), everything on one machine, 16 connections. ` +
    `Node ${process.versions.node}, for PostGraphile Node ${peerNode}; PostgreSQL ${postgresVersion}.`
  );
}
