import { createReadStream } from "node:fs";
import Ajv, { type ValidateFunction } from "ajv";
import type { InputFile } from "../../input/input-file";
import type { Located } from "../../input/located";
import { parseYaml } from "../../input/parse-yaml";
import { readText } from "../../input/read-text";
import type { Problem } from "../../problem";
import type { Mapping } from "./mapping";
import { mappingSchema } from "./mapping.schema";
import { schemaProblem } from "./schema-problem";

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  verbose: true,
});

/** Compiled when it is first needed, which most commands never do. */
let compiled: ValidateFunction<Mapping> | undefined;

/** A mapping with the places of its parts, or why there is none. */
export type ReadMapping =
  | { mapping: Mapping; document: Located; warnings: Problem[] }
  | { problems: Problem[] };

/** The mapping file at a path of the file system. */
export function mappingFile(path: string): InputFile {
  return { name: path, bytes: () => createReadStream(path) };
}

/** Reads a mapping file and checks its form. */
export async function readMapping(file: InputFile): Promise<ReadMapping> {
  const read = await readText(file, { maxBytes: 2 ** 22 });
  if ("problem" in read) return { problems: [read.problem] };
  const { document, problems } = parseYaml(file.name, read.text);
  if (!document) return { problems };
  compiled ??= ajv.compile<Mapping>(mappingSchema);
  const validate = compiled;
  if (validate(document.value)) return { mapping: document.value, document, warnings: problems };
  const found = validate.errors?.map((error) => schemaProblem(document, error)) ?? [];
  return { problems: found.filter((problem) => problem !== null) };
}
