import type { RequestContext } from "../../db/request-context";
import { answerName } from "../answer/kept-answer";
import { loadDataVersion } from "../meta/data-version.loaders";

/** Which data something rests on, and of which kept answer it is a part, if of one. */
export async function versionNotes(context: RequestContext): Promise<string[]> {
  const { dataVersion, revision } = await loadDataVersion(context);
  const { keptAs, keeping } = context;
  return [
    `Scoregraph, data version ${dataVersion} (revision ${revision}).`,
    ...(keptAs === undefined ? [] : [`To be cited as ${answerName(keeping?.publicUrl ?? null, keptAs)}.`]),
  ];
}
