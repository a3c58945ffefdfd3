import { type Changes, NO_CHANGES, type Reconciliation, reconcile } from "./reconcile";
import { type Sql, sql } from "./sql";
import type { Transaction } from "./transaction";

/** Where something stands in an imported file; nothing is known of it where there is no file. */
export interface WritePlace {
  file: string | null;
  line: number | null;
  col: number | null;
}

/** So many warnings of a kind are kept; all are counted. */
const KEPT_WARNINGS = 1_000;

/** Something that a write left out, or did otherwise than was asked, and why. */
export interface WriteWarning extends WritePlace {
  message: string;
}

/** One import on its way into the graph: the commands of all domains write through it. */
export class Write {
  /** What was done, by table. */
  readonly changes = new Map<string, Changes>();
  readonly warnings: WriteWarning[] = [];
  warningCount = 0;

  constructor(
    readonly db: Transaction,
    /** Null where only what follows from other rows is written. */
    readonly importId: number | null,
    /** The sections of which something is staged. */
    private readonly sections: ReadonlySet<string>,
  ) {}

  /** Whether the import has records of one of these sections. */
  brings(...sections: string[]): boolean {
    return sections.some((section) => this.sections.has(section));
  }

  /** Brings rows of a table to a wanted state, and counts what that took. */
  async reconcile(wanted: Reconciliation): Promise<void> {
    this.add(wanted.table, await reconcile(this.db, this.importId, wanted));
  }

  /** Warns of all that a SELECT of `message`, `file`, `line`, `col` and `ordinal` finds. */
  async warn(found: Sql): Promise<void> {
    const rows = await this.db.rows<WriteWarning & { all: number }>(sql`
      SELECT found.file, found.line, found.col, found.message, count(*) OVER () AS all FROM (${found}) AS found
      ORDER BY ordinal LIMIT ${KEPT_WARNINGS}`);
    this.warnings.push(...rows.map(({ all, ...warning }) => warning));
    this.warningCount += rows[0]?.all ?? 0;
  }

  /** Counts changes of a table. */
  add(table: string, more: Partial<Changes>): void {
    this.changes.set(table, addChanges(this.changes.get(table) ?? NO_CHANGES, more));
  }

  /** All changes together. */
  get total(): Changes {
    return [...this.changes.values()].reduce<Changes>(addChanges, NO_CHANGES);
  }
}

function addChanges(sum: Changes, more: Partial<Changes>): Changes {
  return {
    created: sum.created + (more.created ?? 0),
    changed: sum.changed + (more.changed ?? 0),
    removed: sum.removed + (more.removed ?? 0),
    unchanged: sum.unchanged + (more.unchanged ?? 0),
  };
}
