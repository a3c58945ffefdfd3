import { batched } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { findRevision } from "./meta.queries";
import type { Meta } from "./meta.types";

/** Which data an answer rests on. */
export type DataVersion = Pick<Meta, "dataVersion" | "revision" | "changedAt">;

/** The version of the data of a revision. */
export function versionOf({ revision, changedAt }: Omit<DataVersion, "dataVersion">): DataVersion {
  return { dataVersion: `${changedAt.slice(0, 10)}.${revision}`, revision, changedAt };
}

/** Which data something rests on, in words. */
export function versionInWords({ dataVersion, revision }: Omit<DataVersion, "changedAt">): string {
  return `Scoregraph, data version ${dataVersion} (revision ${revision})`;
}

const load = batched<RequestContext, null, number, DataVersion>(
  async ({ db }, _, keys) => {
    const version = versionOf(await findRevision(db));
    return new Map(keys.map((key) => [key, version]));
  },
  () => {
    throw new Error("The data have no revision.");
  },
);

/** The version of the data, read once for each request. */
export async function loadDataVersion(context: RequestContext): Promise<DataVersion> {
  return load(context, null, 0);
}
