import { type Changes, NO_CHANGES, type Reconciliation, reconcile } from "./reconcile";
import type { Transaction } from "./transaction";

/** Where something stands in an imported file; nothing is known of it where there is no file. */
export interface WritePlace {
  file: string | null;
  line: number | null;
  col: number | null;
}

/** Something that a write left out, or did otherwise than was asked, and why. */
export interface WriteWarning extends WritePlace {
  message: string;
}

/** One import on its way into the graph: the commands of all domains write through it. */
export class Write {
  /** What was done, by table. */
  readonly changes = new Map<string, Changes>();
  readonly warnings: WriteWarning[] = [];

  constructor(
    readonly db: Transaction,
    readonly importId: number,
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
