import type { DocumentNode, GraphQLSchema } from "graphql";
import type { DataSource } from "typeorm";
import type { EquivalentQuery, ExportSource, OpenExport, PlannedExport } from "../../common/export-source";
import { poolOf } from "../../db/database";
import { keepingOf } from "../keeping";
import { contextsOfMoment } from "../moment-context";
import { FIGURE_PATHS, figureKind } from "./figures";
import { fileKind, PATHS } from "./files";
import type { FileKind } from "./made-files";
import { pageSizesOf } from "./pages";
import { coerced, variablesIn } from "./parameters";
import { Places } from "./places";
import { type Reading, readAhead } from "./read-ahead";
import { WHOLE_SET, WHOLE_SET_PATH, WholeSet, type WholeSetTerms } from "./whole-set";

/** `rankings/megaface-identification.csv`: the list, the leaderboard where it is one of a leaderboard, the ending. */
const PATH =
  /^(?:(rankings|statistics|figures\/[a-z-]+)\/([^/]+?)|(submissions|comparisons|papers))\.(vl\.json|[a-z]+)$/;

/** So many rows of a file are in memory at a time. */
const ROWS_AT_ONCE = 200;

/** So much of a file is read before its reader gets any of it. */
const AHEAD_BYTES = 256 * 1024;

/** How files are read, and what is said in them. */
export interface ExportSettings extends Partial<WholeSetTerms> {
  /** So many rows of a file are in memory at a time. */
  atOnce?: number;
  /** What is no larger is read whole, and needs no connection while it is sent. */
  aheadBytes?: number;
}

interface Store {
  schema: GraphQLSchema;
  dataSource: () => DataSource;
  places: Places;
}

/** Gives lists of a store as files; each is read of one moment. */
export function exportsOf(
  schema: GraphQLSchema,
  dataSource: () => DataSource,
  readRevision: () => Promise<string>,
  { licence = null, isNewer, ...settings }: ExportSettings = {},
): ExportSource {
  // A reader may be slow: those who read files leave connections to all others.
  const places = new Places(
    () => Math.max(1, Math.floor(poolOf(dataSource()).options.max / 2)),
    "Too many large files are being read at the moment.",
  );
  const store = { schema, dataSource, places };
  const wholeSet = new WholeSet(dataSource, places, { licence, ...(isNewer && { isNewer }) });
  return {
    readRevision,
    paths: [...PATHS, ...FIGURE_PATHS, WHOLE_SET_PATH],
    plan(path, parameters) {
      if (WHOLE_SET.test(path)) return withoutParameters(wholeSet.plan(), parameters);
      const [, ranked, leaderboard, listed, ending] = PATH.exec(path) ?? [];
      const list = ranked ?? listed;
      const found = ending === undefined ? undefined : (figureKind(list, ending) ?? fileKind(list, ending));
      if (!found) return undefined;
      const { kind, format } = found;
      const { document } = kind;
      const fixed = { format, ...(leaderboard !== undefined && { leaderboard: decoded(leaderboard) }) };
      const variables = variablesIn(document, parameters, fixed);
      const { rowsOf } = kind;
      const open = openerOf(store, kind, variables, settings);
      const pages =
        rowsOf && (() => pagesOf(document, variables, rowsOf(coerced(schema, document, variables))));
      return { document, variables, open, ...(pages && { pages }) };
    },
  };
}

/** What has no parameters gets none. */
function withoutParameters(plan: PlannedExport, parameters: URLSearchParams): PlannedExport {
  variablesIn(plan.document, parameters, {});
  return plan;
}

/** A reference may have any letters; one that is no valid encoding is taken as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The queries that give so many rows, page by page. */
function pagesOf(
  document: DocumentNode,
  variables: Record<string, unknown>,
  rows: number,
): EquivalentQuery[] {
  return pageSizesOf(rows).map((first) => ({ document, variables: { ...variables, first } }));
}

function openerOf(
  { schema, dataSource, places }: Store,
  { document, make }: FileKind,
  variables: Record<string, unknown>,
  { atOnce = ROWS_AT_ONCE, aheadBytes = AHEAD_BYTES }: Pick<ExportSettings, "atOnce" | "aheadBytes">,
): PlannedExport["open"] {
  return async (work, onStatement): Promise<OpenExport> => {
    const given = coerced(schema, document, variables);
    const pool = poolOf(dataSource());
    const { moment, contexts } = await contextsOfMoment(pool, work, onStatement, keepingOf(pool, {}));
    let leave: (() => void) | undefined;
    const close = async () => {
      await moment.end();
      leave?.();
    };
    const reading: Reading = {
      isLong() {
        leave = places.take();
      },
      isRead: close,
    };
    try {
      const made = await make({ contexts, given, atOnce });
      const { name, mediaType, rows, isPicture = false } = made;
      const pages = pagesOf(document, variables, rows);
      const revision = await moment.revision();
      // Nobody else shall wait for a connection while it is drawn.
      if (isPicture) await moment.end();
      const text = isPicture ? made.text : readAhead(made.text, aheadBytes, reading);
      return { revision, fileName: name, mediaType, pages, text, isPicture, close };
    } catch (error) {
      await moment.end();
      throw error;
    }
  };
}
