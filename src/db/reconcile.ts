import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

const ROWS_PER_STATEMENT = 500;

/** How many rows a write made, changed, took away and left as they were. */
export interface Changes {
  created: number;
  changed: number;
  removed: number;
  unchanged: number;
}

interface Reconciliation<Row> {
  /** The rows that stand there now, among which the wanted ones are looked up. */
  existing: Row[];
  /** The rows as they shall be; columns that are left out keep their value. */
  wanted: Partial<Row>[];
  /** What makes two rows the same one. */
  key: (row: Partial<Row>) => string;
  /** Whether rows that are no longer wanted are taken away. */
  removeOthers: boolean;
}

/**
 * Brings the rows of a table to a wanted state, touching only what differs, so that writing the same again writes
 * nothing.
 */
export async function reconcile<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  { existing, wanted, key, removeOthers }: Reconciliation<Row>,
): Promise<Changes> {
  const byKey = new Map(existing.map((row) => [key(row), row]));
  const created: Partial<Row>[] = [];
  let changed = 0;
  for (const row of wanted) {
    const present = byKey.get(key(row));
    byKey.delete(key(row));
    if (!present) created.push(row);
    else if (differs(present, row)) {
      await manager.update(entity, identityOf(manager, entity, present), row as never);
      changed += 1;
    }
  }
  for (let i = 0; i < created.length; i += ROWS_PER_STATEMENT) {
    await manager.insert(entity, created.slice(i, i + ROWS_PER_STATEMENT) as never);
  }
  const removed = removeOthers ? [...byKey.values()] : [];
  for (const row of removed) await manager.delete(entity, identityOf(manager, entity, row));
  const unchanged = wanted.length - created.length - changed;
  return { created: created.length, changed, removed: removed.length, unchanged };
}

function identityOf<Row extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<Row>, row: Row) {
  return manager.connection.getMetadata(entity).getEntityIdMap(row) as never;
}

/** Columns come back as the driver reads them, so that a count may be text; what they say is compared. */
function differs(present: ObjectLiteral, wanted: ObjectLiteral): boolean {
  return Object.keys(wanted).some((name) => said(present[name]) !== said(wanted[name]));
}

function said(value: unknown): string {
  if (value === null || value === undefined) return "";
  return `=${Array.isArray(value) ? JSON.stringify(value) : String(value)}`;
}
