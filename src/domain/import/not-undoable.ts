import type { Transaction } from "../../db/transaction";
import {
  type Dependence,
  findGone,
  findLaterTables,
  findReferred,
  findReferring,
  findRestatements,
  findStandingAgain,
} from "./dependences.queries";
import { graphTables } from "./graph-tables";
import { findForeignKeys } from "./undo.queries";

/** An import cannot be undone; nothing was changed. The message says why, and what to do. */
export class NotUndoable extends Error {
  constructor(
    message: string,
    readonly dependences: readonly Dependence[] = [],
  ) {
    super(message);
    this.name = "NotUndoable";
  }
}

/** Throws NotUndoable when later imports, or changes that no import made, rest on an import. */
export async function refuseWhatRestsOnIt(transaction: Transaction, importId: number): Promise<void> {
  const found = await findRestatements(transaction, importId);
  const later = await findLaterTables(transaction, importId);
  for (const key of await findForeignKeys(transaction, graphTables)) {
    found.push(...(await findReferring(transaction, importId, key)));
    if (later.includes(key.table)) found.push(...(await findReferred(transaction, importId, key)));
  }
  if (found.length) throw notUndoable(importId, found);
}

/** Why rows did not fit when an import was taken back. */
export async function whatDoesNotFit(transaction: Transaction, importId: number): Promise<NotUndoable> {
  const found: Dependence[] = [];
  for (const table of graphTables) found.push(...(await findStandingAgain(transaction, importId, table)));
  for (const key of await findForeignKeys(transaction, graphTables)) {
    found.push(...(await findGone(transaction, importId, key)));
  }
  if (found.length) return notUndoable(importId, found);
  return new NotUndoable(
    `Import ${importId} cannot be undone: what it took away no longer fits what is there.`,
  );
}

function notUndoable(importId: number, found: readonly Dependence[]): NotUndoable {
  const later = [...new Set(found.flatMap((each) => each.importId ?? []))].sort((a, b) => b - a);
  const advice = later.length
    ? ` Undo ${later.map((id) => `import ${id}`).join(", then ")} first.`
    : " No import did that, so that it has to be put right by hand first.";
  const reasons = [...new Set(found.map(inWords))].join("; ");
  return new NotUndoable(`Import ${importId} cannot be undone alone: ${reasons}.${advice}`, found);
}

function inWords({ importId, table, rows, how }: Dependence): string {
  const who = importId === null ? "what no import wrote" : `import ${importId}`;
  const what = `${rows} ${rows === 1 ? "row" : "rows"} of ${table}`;
  switch (how) {
    case "SAYS_AGAIN":
      return `${who} says ${what} again`;
    case "CHANGED":
      return `${who} changed ${what}`;
    case "REFERS":
      return `${what} by ${who} ${rows === 1 ? "refers" : "refer"} to it`;
    case "REFERRED":
      return `${who} changed ${what} that referred to it`;
    case "STANDS_AGAIN":
      return `${what} that it took away or renamed ${rows === 1 ? "was" : "were"} written again by ${who}`;
    case "GONE":
      return importId === null
        ? `${what} that it would need ${rows === 1 ? "is" : "are"} gone`
        : `${who} removed ${what} that it would need`;
  }
}
