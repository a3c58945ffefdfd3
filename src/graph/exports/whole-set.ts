import { parse } from "graphql";
import type { DataSource } from "typeorm";
import { CallerError, ErrorCode } from "../../common/errors";
import type { OpenExport, PlannedExport } from "../../common/export-source";
import { poolOf } from "../../db/database";
import { Snapshot } from "../../db/snapshot";
import { asUnavailable } from "../../db/unavailable";
import { revisionText } from "../../domain/export/export.queries";
import { archiveName, dataArchive } from "../../exporters/archive/data-archive";
import { aboutData, type DataTerms } from "../../exporters/bundle/about-data";
import { Places } from "./places";

/** Where the whole data set is, below `/export/`. */
export const WHOLE_SET = /^data(\.tar\.gz)?$/;

export const WHOLE_SET_PATH = "/export/data.tar.gz";

/** Says no more than the archive does; what it asks for is not executed. */
const STANDS_FOR = parse("{ meta { dataVersion } }");

/** As much as a query may cost, whatever there is: the archive is for those who would ask for everything. */
const POINTS = 10_000;

/** So long may somebody take to read it, who has a slow line. */
const DEADLINE_MS = 30 * 60 * 1_000;

/** Each takes a connection for as long as it is read. */
const MOST_AT_ONCE = 2;

/** What is said of the data, and whether they are all known. */
export interface WholeSetTerms extends DataTerms {
  /** Whether the database is one of a later version, of which something would be left out. */
  isNewer?: () => boolean;
}

/** Gives the whole data set of a store as one file, to a few at a time. */
export class WholeSet {
  private readonly places: Places;

  constructor(
    private readonly dataSource: () => DataSource,
    readersOfFiles: Places,
    private readonly terms: WholeSetTerms,
  ) {
    const problem = "Others are reading the whole data set at the moment.";
    this.places = new Places(() => MOST_AT_ONCE, problem, readersOfFiles);
  }

  plan(): PlannedExport {
    return {
      document: STANDS_FOR,
      variables: {},
      settings: JSON.stringify({ licence: this.terms.licence }),
      deadlineMs: DEADLINE_MS,
      open: (work, onStatement) => this.open(() => work.reason, onStatement),
    };
  }

  private async open(
    reason: () => unknown,
    onStatement: Parameters<PlannedExport["open"]>[1],
  ): Promise<OpenExport> {
    if (this.terms.isNewer?.()) throw notAllKnown();
    const leave = this.places.take();
    let snapshot: Snapshot | undefined;
    let text: AsyncGenerator<Buffer> | undefined;
    const close = async () => {
      // What still reads must have ended before its connection is another one's.
      await text?.return(undefined).catch(() => {});
      await snapshot?.end();
      leave();
    };
    try {
      snapshot = await Snapshot.begin(poolOf(this.dataSource()), onStatement).catch((error) => {
        throw asUnavailable(error);
      });
      const [{ revision }] = await snapshot.rows<{ revision: string }>(revisionText);
      const about = await aboutData(snapshot, this.terms);
      text = untilGivenUp(dataArchive(snapshot, about), reason);
      return {
        revision,
        fileName: `${archiveName(about)}.tar.gz`,
        mediaType: "application/gzip",
        pages: [],
        points: POINTS,
        text,
        close,
      };
    } catch (error) {
      await close();
      throw error;
    }
  }
}

function notAllKnown(): CallerError {
  const why = "The data are those of a later version, which knows all of them.";
  return new CallerError(ErrorCode.SERVICE_UNAVAILABLE, `${why} Ask again in a few minutes.`);
}

async function* untilGivenUp<Piece>(
  pieces: AsyncIterable<Piece>,
  reason: () => unknown,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    if (reason()) throw reason();
    yield piece;
  }
}
