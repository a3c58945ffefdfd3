import { Client, type ClientConfig } from "pg";
import { SharedRead } from "../../common/shared-read";
import { REVISION } from "../data-revision";

/** A server that takes longer for a row that lies in its memory does not serve anybody well. */
const PATIENCE_MS = 1_000;

/** How often a replica is asked whether it is there, so that nobody waits long for one that is not. */
const EVERY_MS = 1_000;

/** A server is known by when it was started, wherever its address leads. */
const SERVER = `SELECT pg_postmaster_start_time()::text AS server`;

/** What is wrong with a server that was named as a replica. */
export class NoReplica extends Error {
  override name = "NoReplica";
}

/** Follows one replica over a connection of its own, until it is lost. */
export class ReplicaWatch {
  /** Gives why the replica was lost. */
  readonly lost: Promise<Error>;
  private lose!: (error: Error) => void;
  private latest: string | undefined;
  private readonly shared = new SharedRead(() => this.query());

  private constructor(
    private readonly client: Client,
    private readonly server: string,
  ) {
    this.lost = new Promise((resolve) => {
      this.lose = resolve;
    });
    client.on("error", (error) => this.lose(error));
    client.on("end", () => this.lose(new Error("The connection was closed.")));
    const timer = setInterval(() => void this.read().catch(() => {}), EVERY_MS).unref();
    void this.lost.then(() => clearInterval(timer));
  }

  /**
   * Connects to a replica.
   * @param cluster what the primary is known by, as `clusterOf` gives it
   * @throws NoReplica for a server that is none of this primary
   */
  static async begin(config: ClientConfig, cluster: string): Promise<ReplicaWatch> {
    const client = new Client({
      ...config,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
    });
    // Whatever is wrong while it connects is told by what is awaited.
    const ignore = () => {};
    client.on("error", ignore);
    try {
      await client.connect();
      if ((await clusterOf(client)) !== cluster) throw new NoReplica("It has another database.");
      const { rows } = await client.query<{ server: string }>(SERVER);
      return new ReplicaWatch(client, rows[0].server);
    } catch (error) {
      void client.end().catch(ignore);
      throw error;
    }
  }

  /** The revision that it showed when it was read last: it has that one, and perhaps a later one. */
  get shown(): string | undefined {
    return this.latest;
  }

  /** The revision that it shows now. */
  read(): Promise<string> {
    return this.shared.get();
  }

  /**
   * Checks that another connection leads to the same server.
   * @throws NoReplica if not: nothing is known of how far that one is
   */
  async checkSame(other: Pick<Client, "query">): Promise<void> {
    const { rows } = await other.query<{ server: string }>(SERVER);
    if (rows[0].server !== this.server) throw new NoReplica("Its address leads to several servers.");
  }

  /** Ends it, for this reason. */
  end(reason: Error): void {
    this.lose(reason);
    // A server that does not answer would not say goodbye either.
    void this.client.end().catch(() => {});
  }

  private async query(): Promise<string> {
    try {
      const { rows } = await this.client.query<{ revision: string; replays: boolean }>({
        name: "replica_revision",
        text: `SELECT ${REVISION} AS revision, pg_is_in_recovery() AS replays FROM data_revision`,
      });
      if (!rows[0].replays) throw new NoReplica("It takes writes itself, so that it follows no primary.");
      this.latest = rows[0].revision;
      return this.latest;
    } catch (error) {
      this.lose(error as Error);
      throw error;
    }
  }
}

/** Names the cluster and the database of a connection; a primary and its replicas have the same. */
export async function clusterOf(connection: Pick<Client, "query">): Promise<string> {
  const { rows } = await connection.query<{ cluster: string }>(
    "SELECT concat(system_identifier, ' ', current_database()) AS cluster FROM pg_control_system()",
  );
  return rows[0].cluster;
}
