import type { Pool, QueryConfig, QueryResult, QueryResultRow } from "pg";
import type { DataSource } from "typeorm";
import { badInput } from "../common/errors";
import { Snapshot } from "./snapshot";
import type { Sql } from "./sql";
import { listened, type StatementListener } from "./statement-listener";

/** Most values that Postgres takes with one statement. */
const MOST_VALUES = 65_535;

/** What statements are sent over. */
export interface Queryable {
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>;
}

/** Reads from Postgres, one parameterised statement at a time. */
export class Database {
  /** Goes with every statement that reads. */
  protected readonly limits: { query_timeout?: number } = {};

  constructor(
    private readonly connection: Queryable,
    protected readonly onStatement?: StatementListener,
  ) {}

  /**
   * Runs one statement and gives its rows. Values are bound, never spliced into the text. Throws BAD_USER_INPUT for
   * more values than a statement can have, which only a caller's filter can bring about.
   */
  async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    if (statement.values.length > MOST_VALUES) {
      throw badInput("where", "has too many conditions for one query. Leave some out, or ask several times.");
    }
    return this.send(statement.text, [...statement.values]);
  }

  /** Sends one statement; under a name the connection prepares it, and only binds values the next time. */
  protected async send<Row extends object>(text: string, values: unknown[], name?: string): Promise<Row[]> {
    const query = () => this.connection.query<Row>({ name, text, values, ...this.limits });
    return (await listened(this.onStatement, text, query)).rows;
  }

  /** Runs one statement that writes, and gives how many rows it wrote. */
  async count(statement: Sql): Promise<number> {
    const { text, values } = statement;
    const query = () => this.connection.query({ text, values: [...values] });
    const { rowCount } = await listened(this.onStatement, text, query);
    return rowCount ?? 0;
  }

  /** Runs one statement that gives exactly one row. */
  async row<Row extends object>(statement: Sql): Promise<Row> {
    const rows = await this.rows<Row>(statement);
    if (rows.length !== 1) throw new Error(`Expected one row, got ${rows.length}: ${statement.text}`);
    return rows[0];
  }
}

/** Reads over a pool of connections. */
export class PoolDatabase extends Database {
  constructor(
    private readonly pool: Pool,
    onStatement?: StatementListener,
  ) {
    super(pool, onStatement);
  }

  /** Begins to read the data of one moment, page by page. The caller must end it. */
  snapshot(): Promise<Snapshot> {
    return Snapshot.begin(this.pool, this.onStatement);
  }
}

/** The connection pool that the DataSource opened. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}
