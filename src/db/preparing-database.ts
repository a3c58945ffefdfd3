import type { Pool } from "pg";
import type { Cancellation } from "../common/cancellation";
import { CancellablePool } from "./cancellable-pool";
import { Database } from "./database";
import type { StatementListener } from "./statement-listener";
import { nameFault, StatementNames } from "./statement-names";
import { asUnavailable } from "./unavailable";

/** The server itself ends a statement in time: one that is so much later does so no more, or the way to it is lost. */
const LOST_AFTER_MS = 1_000;

const namesOf = new WeakMap<Pool, StatementNames>();

/**
 * Reads over a pool of connections, each of which prepares what is sent again and again once. Not for transactions
 * that change tables: what was prepared for those cannot be used any more.
 */
export class PreparingDatabase extends Database {
  protected override readonly limits;
  private readonly names: StatementNames;

  /** @param work what the statements are for: when it is given up, they are cancelled */
  constructor(pool: Pool, onStatement?: StatementListener, work?: Cancellation) {
    super(work ? new CancellablePool(pool, work) : pool, onStatement);
    this.limits = limitsOf(pool);
    this.names = namesOf.get(pool) ?? new StatementNames();
    namesOf.set(pool, this.names);
  }

  protected override async send<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      return await this.sendNamed(text, values);
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  private async sendNamed<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const name = this.names.nameFor(text);
    if (name === undefined) return super.send(text, values);
    try {
      return await super.send<Row>(text, values, name);
    } catch (error) {
      const fault = nameFault(error);
      if (!fault) throw error;
      if (fault === "CHANGED") this.names.rename(text);
      else this.names.giveUp();
      return super.send(text, values);
    }
  }
}

function limitsOf({ options }: Pool): { query_timeout?: number } {
  const timeout = Number(options.statement_timeout ?? 0);
  return timeout > 0 ? { query_timeout: timeout + LOST_AFTER_MS } : {};
}
