import type { Pool } from "pg";
import type { Cancellation } from "../common/cancellation";
import { CancellablePool } from "./cancellable-pool";
import { Database } from "./database";
import type { StatementListener } from "./statement-listener";
import { nameFault, StatementNames } from "./statement-names";

const namesOf = new WeakMap<Pool, StatementNames>();

/**
 * Reads over a pool of connections, each of which prepares what is sent again and again once. Not for transactions
 * that change tables: what was prepared for those cannot be used any more.
 */
export class PreparingDatabase extends Database {
  private readonly names: StatementNames;

  /** @param work what the statements are for: when it is given up, they are cancelled */
  constructor(pool: Pool, onStatement?: StatementListener, work?: Cancellation) {
    super(work ? new CancellablePool(pool, work) : pool, onStatement);
    this.names = namesOf.get(pool) ?? new StatementNames();
    namesOf.set(pool, this.names);
  }

  protected override async send<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
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
