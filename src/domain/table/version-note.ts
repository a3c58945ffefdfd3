import type { RequestContext } from "../../db/request-context";
import { loadDataVersion } from "../meta/data-version.loaders";

/** Which data something rests on. */
export async function versionNote(context: RequestContext): Promise<string> {
  const { dataVersion, revision } = await loadDataVersion(context);
  return `Scoregraph, data version ${dataVersion} (revision ${revision}).`;
}
