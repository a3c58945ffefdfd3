import { badInput, CallerError, ErrorCode } from "../../common/errors";
import { LARGEST_KEY, parseGlobalId } from "../../common/global-id";
import type { RequestContext } from "../../db/request-context";
import { loadRow } from "../node/row.loaders";
import type { Import } from "./import.entity";

/**
 * Finds the import that a reference means: a global id, or the import's number. Throws NOT_FOUND, or BAD_USER_INPUT for
 * what is neither. `argument` names the reference's place in the query.
 */
export async function resolveImport(context: RequestContext, ref: string, argument: string): Promise<Import> {
  const key = keyOf(ref, argument);
  const found = key <= LARGEST_KEY ? await loadRow(context, "Import", key) : null;
  if (found) return found;
  throw new CallerError(
    ErrorCode.NOT_FOUND,
    `${argument}: there is no import "${ref}". \`imports\` lists all of them.`,
    { argument },
  );
}

function keyOf(ref: string, argument: string): number {
  if (/^[1-9]\d{0,9}$/.test(ref)) return Number(ref);
  const id = parseGlobalId(ref);
  if (id?.type === "Import") return id.key;
  throw badInput(
    argument,
    id
      ? `"${ref}" is the id of a ${id.type}. Give the id of an import.`
      : `"${ref.slice(0, 80)}" is not the id of an import. Give an \`id\` or \`number\` that \`imports\` lists.`,
  );
}
