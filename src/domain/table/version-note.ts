import type { RequestContext } from "../../db/request-context";
import { answerName } from "../answer/kept-answer";
import { type DataVersion, loadDataVersion, versionInWords } from "../meta/data-version.loaders";

/** Which data something rests on, and of which kept answer it is a part, if of one. */
export async function versionNotes(context: RequestContext): Promise<string[]> {
  const { keptAs, keeping } = context;
  return originNotes(await loadDataVersion(context), keptAs, keeping?.publicUrl ?? null);
}

/** The same, of a version and an answer that are known. */
export function originNotes(
  version: Omit<DataVersion, "changedAt">,
  keptAs: string | undefined,
  publicUrl: string | null,
): string[] {
  const note = `${versionInWords(version)}.`;
  return keptAs === undefined ? [note] : [note, `To be cited as ${answerName(publicUrl, keptAs)}.`];
}
