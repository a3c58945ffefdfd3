import { type Citable, citable } from "../../common/citable";
import type { RequestContext } from "../../db/request-context";
import type { KeptAnswer } from "../answer/answer.types";
import { type DataVersion, loadDataVersion, versionInWords } from "../meta/data-version.loaders";
import { loadLinked, loadRow } from "../node/row.loaders";
import { loadOrganisations } from "../submission/linked.loaders";
import type { Submission } from "../submission/submission.entity";

const SERVICE = "Scoregraph";

/** `2026-11-25` as year, month and day. */
const dayOf = (date: string) => date.slice(0, 10).split("-").map(Number);

/** A submission to be cited: who made it, when, to which benchmark, where it stands and in which data it was found. */
export async function submissionEntry(context: RequestContext, submission: Submission): Promise<Citable> {
  const { id, slug, label, benchmarkId, sourceId, submittedOn } = submission;
  const [benchmark, source, organisations, version] = await Promise.all([
    loadRow(context, "Benchmark", benchmarkId),
    loadLinked(context, "Source", sourceId),
    loadOrganisations(context, null, id),
    loadDataVersion(context),
  ]);
  return citable({
    // No slug has a colon, so that no paper has this key.
    key: `submission:${slug}`,
    kind: "submission",
    title: label,
    authors: organisations.map(({ name }) => ({ name, isOrganisation: true })),
    issued: submittedOn === null ? null : dayOf(submittedOn),
    genre: `Submission to ${benchmark?.name}`,
    url: source?.url ?? null,
    note: versionInWords(version),
  });
}

/** The data of the service to be cited, by their version. */
export function dataEntry({ dataVersion, revision, changedAt }: DataVersion): Citable {
  return citable({
    key: `scoregraph:${dataVersion}`,
    kind: "data",
    title: SERVICE,
    authors: [{ name: "The Scoregraph authors", isOrganisation: true }],
    issued: dayOf(changedAt),
    version: dataVersion,
    note: `Data version ${dataVersion}, revision ${revision}`,
  });
}

/** A kept answer to be cited: it stays what it is, so that its hash is a part of the reference. */
export function answerEntry(answer: KeptAnswer): Citable {
  const { id, title, keptAt, dataVersion, publicAddress, contentHash } = answer;
  return citable({
    key: `scoregraph:${id}`,
    kind: "data",
    title: `${SERVICE} answer ${id}: ${title}`,
    authors: [{ name: "The Scoregraph authors", isOrganisation: true }],
    issued: dayOf(keptAt),
    version: dataVersion,
    url: publicAddress,
    note: `${versionInWords(answer)}, SHA-256 ${contentHash}`,
  });
}
