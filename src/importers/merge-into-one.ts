import type { DataSource } from "typeorm";
import { CallerError } from "../common/errors";
import { LoaderCache } from "../common/loader";
import { packageVersion } from "../common/package";
import type { RequestContext } from "../db/request-context";
import { RowReads } from "../db/row-set";
import { Write } from "../db/write";
import { resolveReference } from "../domain/catalogue/reference.loaders";
import { type MergeableKind, mergeThings } from "../domain/import/merge.commands";
import { type KeptImport, keepImport } from "./keep-import";

/**
 * Makes two things one, each given by slug, name or alias, as an import that can be undone. Gives a problem in words when
 * one of them is not known, or both are the same.
 */
export async function mergeIntoOne(
  dataSource: DataSource,
  kind: MergeableKind,
  from: string,
  into: string,
  signal?: AbortSignal,
): Promise<KeptImport | { problem: string }> {
  try {
    return await keepImport(
      dataSource,
      { format: "merge" },
      async (transaction, importId) => {
        const context: RequestContext = {
          db: transaction,
          loaders: new LoaderCache(),
          rowReads: new RowReads(transaction),
          serviceVersion: packageVersion,
        };
        const fromId = await resolveReference(context, kind, from, "from");
        const intoId = await resolveReference(context, kind, into, "into");
        if (fromId === intoId) throw new Same();
        const write = new Write(transaction, importId, new Set());
        await mergeThings(write, kind, fromId, intoId);
        return write;
      },
      { signal },
    );
  } catch (error) {
    if (error instanceof Same) return { problem: `"${from}" and "${into}" are the same already.` };
    if (error instanceof CallerError) return { problem: error.message };
    throw error;
  }
}

class Same extends Error {}
