import Ajv, { type ValidateFunction } from "ajv";
import { isCalendarDate } from "../../common/date-scalar";
import type { ClaimRecord } from "../../domain/claim/claim.commands";
import type { Problem } from "../problem";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import type { PlacedRecord } from "./placed-record";
import { checkRecord } from "./record-checks";
import { schemaProblem } from "./schema-problem";

const ajv = new Ajv({ allErrors: true, strict: true, verbose: true, allowUnionTypes: true });
ajv.addFormat("day", isCalendarDate);
const validators = new Map<SectionName, ValidateFunction>();

/** Compiled when it is first needed, which most commands never do. */
function validatorOf(section: SectionName): ValidateFunction {
  const known = validators.get(section) ?? ajv.compile(sectionSchemas[section]);
  validators.set(section, known);
  return known;
}

/** The record of a section as imports take it. What is wrong with it is told to `report`; then it must not be used. */
export function checkedRecord(
  section: SectionName,
  record: PlacedRecord,
  report: (problem: Problem) => void,
): object {
  const { value } = record;
  const validate = validatorOf(section);
  if (validate(value)) {
    checkRecord(record, report);
    return section === "submissions" ? withClaims(value) : value;
  }
  const problems = validate.errors?.map((error) => schemaProblem(record, error)) ?? [];
  for (const problem of problems) if (problem) report(problem);
  return value;
}

/** Claims name their thing by its kind in the file, and by `thing` in the records. */
function withClaims(submission: Record<string, unknown>): object {
  const record = { ...submission };
  for (const [list, kind] of [
    ["lossFunctions", "lossFunction"],
    ["backbones", "backbone"],
    ["trainingDatasets", "trainingDataset"],
  ]) {
    const claims = record[list] as Record<string, unknown>[] | undefined;
    if (claims) {
      record[list] = claims.map(({ [kind]: thing, ...claim }) => ({ thing, ...claim }) as ClaimRecord);
    }
  }
  return record;
}
