import type { GraphQLSchema } from "graphql";
import type { DataSource } from "typeorm";
import type { ExportSource, OpenExport, PlannedExport } from "../../common/export-source";
import { LoaderCache } from "../../common/loader";
import { packageVersion } from "../../common/package";
import { Database, poolOf } from "../../db/database";
import { Moment } from "../../db/moment";
import { RowReads } from "../../db/row-set";
import { FIGURE_PATHS, figureKind } from "./figures";
import { fileKind, PATHS } from "./files";
import type { FileKind } from "./made-files";
import { pageSizesOf } from "./pages";
import { coerced, variablesIn } from "./parameters";

/** `rankings/megaface-identification.csv`: the list, the leaderboard where it is one of a leaderboard, the ending. */
const PATH = /^(?:(rankings|figures\/[a-z-]+)\/([^/]+?)|(submissions|papers))\.(vl\.json|[a-z]+)$/;

/** So many rows of a file are in memory at a time. */
const ROWS_AT_ONCE = 200;

/** Gives lists of a store as files; each is read of one moment. */
export function exportsOf(
  schema: GraphQLSchema,
  dataSource: () => DataSource,
  readRevision: () => Promise<string>,
  atOnce = ROWS_AT_ONCE,
): ExportSource {
  return {
    readRevision,
    paths: [...PATHS, ...FIGURE_PATHS],
    plan(path, parameters) {
      const [, ranked, leaderboard, listed, ending] = PATH.exec(path) ?? [];
      const list = ranked ?? listed;
      const found = ending === undefined ? undefined : (figureKind(list, ending) ?? fileKind(list, ending));
      if (!found) return undefined;
      const { kind, format } = found;
      const { document } = kind;
      const fixed = { format, ...(leaderboard !== undefined && { leaderboard: decoded(leaderboard) }) };
      const variables = variablesIn(document, parameters, fixed);
      return { document, variables, open: openerOf(schema, dataSource, kind, variables, atOnce) };
    },
  };
}

/** A reference may have any letters; one that is no valid encoding is taken as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function openerOf(
  schema: GraphQLSchema,
  dataSource: () => DataSource,
  { document, make }: FileKind,
  variables: Record<string, unknown>,
  atOnce: number,
): PlannedExport["open"] {
  return async (work, onStatement): Promise<OpenExport> => {
    const given = coerced(schema, document, variables);
    const moment = await Moment.begin(poolOf(dataSource()), work);
    try {
      const db = new Database(moment, onStatement);
      const contexts = () => ({
        db,
        // What lasts for a revision is of the newest one, which this moment may be before.
        loaders: new LoaderCache(),
        rowReads: new RowReads(db),
        serviceVersion: packageVersion,
      });
      const { name, mediaType, rows, text, isPicture = false } = await make({ contexts, given, atOnce });
      const pages = pageSizesOf(rows).map((first) => ({ document, variables: { ...variables, first } }));
      const revision = await moment.revision();
      // Nobody else shall wait for a connection while it is drawn.
      if (isPicture) await moment.end();
      return { revision, fileName: name, mediaType, pages, text, isPicture, close: () => moment.end() };
    } catch (error) {
      await moment.end();
      throw error;
    }
  };
}
