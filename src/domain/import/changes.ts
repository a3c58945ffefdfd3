import type { TableChanges } from "./import.entity";

const COUNTS = ["created", "changed", "removed", "unchanged"] as const;

/** `loss_function_claim` holds LossFunctionClaims. */
function kindOf(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What an import did, by kind of record in the order of their names; what it did not touch is left out. */
export function changesByKind(
  changes: Readonly<Record<string, Partial<TableChanges>>>,
): (TableChanges & { kind: string })[] {
  return Object.entries(changes)
    .map(([table, { created = 0, changed = 0, removed = 0, unchanged = 0 }]) => ({
      kind: kindOf(table),
      ...{ created, changed, removed, unchanged },
    }))
    .filter((each) => COUNTS.some((name) => each[name] > 0))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** What was done to records of all kinds together. */
export function totalsOf(changes: readonly TableChanges[]): TableChanges {
  const sum = (name: keyof TableChanges) => changes.reduce((total, each) => total + each[name], 0);
  return {
    created: sum("created"),
    changed: sum("changed"),
    removed: sum("removed"),
    unchanged: sum("unchanged"),
  };
}
