import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolConfig } from "pg";
import type { DataRevision } from "../data-revision";
import type { LiveReplica } from "./live-replica";
import { Replica, type ReplicaEvents } from "./replica";
import { clusterOf } from "./replica-watch";
import { hasAllOf } from "./revision-order";

/** What a replica shows is seldom not there yet at the primary, and then in a moment. */
const PATIENCE_MS = 50;
const PAUSE_MS = 5;

/** The replicas of a primary. A replica only ever has less than the primary, or for a moment more: both can be told. */
export class ReadReplicas {
  private readonly replicas: Replica[];
  private cluster: string | undefined;

  /**
   * @param revision follows the primary
   * @param eventsOf what is told of the replica with this number
   */
  constructor(
    primary: Pool,
    private readonly revision: Pick<DataRevision, "read" | "latest">,
    configs: readonly PoolConfig[],
    eventsOf: (number: number) => ReplicaEvents,
  ) {
    const readCluster = async () => {
      this.cluster ??= await clusterOf(primary);
      return this.cluster;
    };
    this.replicas = configs.map((config, i) => new Replica(config, readCluster, eventsOf(i)));
  }

  /**
   * The one to read from for whoever may have seen this revision; undefined when only the primary is certain to have all
   * of it.
   */
  choose(revision: string): LiveReplica | undefined {
    const latest = this.revision.latest ?? revision;
    let chosen: LiveReplica | undefined;
    for (const { live } of this.replicas) {
      if (live?.has(revision, latest) && live.running < (chosen?.running ?? Number.POSITIVE_INFINITY))
        chosen = live;
    }
    return chosen;
  }

  /**
   * Whether the primary shows all that a replica has shown until now. A replica can be ahead of it: what is committed is
   * sent to replicas before the primary shows it.
   */
  async isCovered(replica: LiveReplica): Promise<boolean> {
    try {
      const shown = await replica.shows();
      if (hasAllOf(this.revision.latest ?? "", shown)) return true;
      for (const end = performance.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
        if (hasAllOf(await this.revision.read(), shown)) return true;
        if (performance.now() > end) return false;
      }
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.close()));
  }
}
