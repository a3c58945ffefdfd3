import Ajv from "ajv";
import type { Problem } from "../problem";
import type { PlacedRecord } from "./placed-record";
import { schemaProblem } from "./schema-problem";

/** What a bundle may say of itself, under the key `manifest`. It is no part of what the bundle says. */
export const MANIFEST = "manifest";

export const manifestSchema = {
  type: "object",
  required: ["format", "version"],
  properties: {
    format: { enum: ["scoregraph-bundle"] },
    version: { enum: [1] },
    revision: { type: "integer", minimum: 0, description: "the revision of the data that were exported" },
    dataVersion: { type: "string", description: "their version, as it is cited" },
    changedAt: { type: "string", description: "when they had last been changed" },
    serviceVersion: { type: "string", description: "the version of the service that wrote them" },
    licence: { type: ["string", "null"], description: "their licence; null where none was stated" },
    citation: { type: "string", description: "how to cite them" },
    contentHash: {
      type: "string",
      description: "SHA-256 of the records in JSON Lines, one behind the other",
    },
    files: { type: "array", description: "the files of an archive, with lengths and hashes" },
  },
} as const;

const validate = new Ajv({ allErrors: true, strict: true, verbose: true }).compile(manifestSchema);

/** Reports what makes a manifest one of a bundle that cannot be read here. */
export function checkManifest(manifest: PlacedRecord, report: (problem: Problem) => void): void {
  if (validate(manifest.value)) return;
  for (const error of validate.errors ?? []) {
    const problem = schemaProblem(manifest, error);
    if (problem) report({ ...problem, message: `${MANIFEST}: ${problem.message}` });
  }
}
