import { batched, groupBy, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import type { Source } from "../source/source.entity";
import { findSourcesOfImports } from "../source/source.queries";
import type { Import } from "./import.entity";
import { findImportFiles, findImportProblems } from "./import.queries";

/** The files that an import read. */
export const loadFiles = batched<RequestContext, null, number, Import["files"]>(
  async (context, _, ids) => {
    const rows = keyBy(await findImportFiles(context.db, ids), (row) => row.id);
    return new Map([...rows].map(([id, { files }]) => [id, files]));
  },
  () => [],
);

/** The first problems that an import met. */
export const loadProblems = batched<RequestContext, { most: number }, number, Import["problems"]>(
  async (context, { most }, ids) => {
    const rows = keyBy(await findImportProblems(context.db, ids, most), (row) => row.id);
    return new Map([...rows].map(([id, { problems }]) => [id, problems]));
  },
  () => [],
);

/** The documents that an import was the last to write. */
export const loadSources = batched<RequestContext, null, number, Source[]>(
  async (context, _, ids) =>
    groupBy(await findSourcesOfImports(context.db, ids), (source) => source.importId as number),
  () => [],
);
