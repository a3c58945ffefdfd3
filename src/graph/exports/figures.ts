import type { DocumentNode } from "graphql";
import type { Figure } from "../../common/figure";
import { FigureFormat } from "../../common/figure-format";
import { MAX_PAGE_SIZE } from "../../common/pagination/page-size";
import type { RequestContext } from "../../db/request-context";
import { changeFigure } from "../../domain/figure/change-figure";
import type { FigureArgs, RankChangeFigure } from "../../domain/figure/figure.types";
import { groupFigure } from "../../domain/figure/group-figure";
import { rankingFigure } from "../../domain/figure/ranking-figure";
import { recordFigure } from "../../domain/figure/record-figure";
import { checkFigureArgs, writtenFigure } from "../../domain/figure/written-figure";
import { rankChangeConnection } from "../../domain/ranking/rank-change.connection";
import type { RankChangesArgs } from "../../domain/ranking/rank-change.types";
import { rankingConnection } from "../../domain/ranking/ranking.connection";
import type { RankingArgs } from "../../domain/ranking/ranking.types";
import { stateOfTheArt } from "../../domain/state-of-the-art/state-of-the-art.loaders";
import type { StateOfTheArtArgs } from "../../domain/state-of-the-art/state-of-the-art.types";
import { statisticsConnection } from "../../domain/statistics/statistics.connection";
import type { StatisticsArgs } from "../../domain/statistics/statistics.types";
import { figureForms } from "../../exporters/figures/forms";
import { drawn } from "../../exporters/figures/threads";
import { safeFileName } from "../../exporters/tables/file-name";
import { documents } from "./documents";
import { type Given, leaderboardOf } from "./lists";
import type { FileKind } from "./made-files";

/** It has no more than a page, and what asks for more is refused when it is read. */
function rowsOf({ first }: Given): number {
  return typeof first === "number" ? Math.min(first, MAX_PAGE_SIZE) : 1;
}

/** A file of a figure, `toFigure` says of which. */
function figureFile(
  document: DocumentNode,
  toFigure: (context: RequestContext, given: Given) => Promise<Figure>,
): FileKind {
  return {
    document,
    rowsOf,
    async make({ contexts, given }) {
      const args = given as unknown as FigureArgs;
      checkFigureArgs(args);
      const context = contexts();
      const { figure, style, format } = writtenFigure(await toFigure(context, given), args);
      const { extension, mediaType } = figureForms[format];
      const text = async function* () {
        const { text, data } = await drawn({ figure, style, format }, context.work);
        yield text ?? (data as Uint8Array);
      };
      const name = safeFileName(figure.name, extension);
      return { name, mediaType, rows: rowsOf(given), text: text(), isPicture: true };
    },
  };
}

const figures: Readonly<Record<string, FileKind>> = {
  "state-of-the-art": figureFile(documents.recordFigure, async (context, given) => {
    const args = given as unknown as StateOfTheArtArgs;
    return recordFigure(context, await stateOfTheArt(context, await leaderboardOf(context, given), args));
  }),
  rankings: figureFile(documents.rankingFigure, async (context, given) => {
    const args = given as unknown as RankingArgs;
    return rankingFigure(
      context,
      await rankingConnection(context, await leaderboardOf(context, given), args, null),
    );
  }),
  statistics: figureFile(documents.groupFigure, async (context, given) => {
    const args = given as unknown as StatisticsArgs;
    return groupFigure(
      context,
      await statisticsConnection(context, await leaderboardOf(context, given), args),
    );
  }),
  "rank-changes": figureFile(documents.changeFigure, async (context, given) => {
    const args = given as unknown as RankChangesArgs;
    const changes = await rankChangeConnection(context, await leaderboardOf(context, given), args);
    return changeFigure(context, changes, given.kind as RankChangeFigure);
  }),
};

const FOLDER = "figures/";

const FORMATS = new Map(
  Object.values(FigureFormat).map((format) => [figureForms[format].extension, format] as const),
);

/** The forms that addresses of figures have. */
export const FIGURE_PATHS = Object.keys(figures).map(
  (name) => `/export/${FOLDER}${name}/LEADERBOARD.(${[...FORMATS.keys()].join("|")})`,
);

/** The kind of figure at that place with that ending, and the format that it says; undefined where there is none. */
export function figureKind(place: string, ending: string): { kind: FileKind; format: string } | undefined {
  const name = place.startsWith(FOLDER) ? place.slice(FOLDER.length) : "";
  const format = FORMATS.get(ending);
  return Object.hasOwn(figures, name) && format ? { kind: figures[name], format } : undefined;
}
