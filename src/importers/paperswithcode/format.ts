import type { Entry } from "../entry";
import type { Format, FormatInput } from "../format";
import { parseJson } from "../input/parse-json";
import { readText } from "../input/read-text";
import { parseDocuments, type SourceDocument } from "./parse";
import { sourceSlug } from "./source";

/** Evaluation tables and task files of Papers with Code. */
export const paperswithcode: Format = {
  name: "paperswithcode",
  summary:
    "Evaluation tables and task files of Papers with Code, as JSON: tasks with their datasets and rows.",
  extensions: [".json"],
  options: ["directions", "title", "url"],
  read,
};

async function* read({ files, options }: FormatInput): AsyncGenerator<Entry> {
  const documents = new Map<string, SourceDocument>();
  for (const file of files) {
    const refuse = (message: string): Entry => ({
      kind: "problem",
      problem: { file: file.name, line: 1, column: 1, message },
    });
    const content = await readText(file);
    if ("problem" in content) {
      yield { kind: "problem", problem: content.problem };
      continue;
    }
    const { document, problems } = parseJson(file.name, content.text);
    for (const problem of problems) yield { kind: "problem", problem };
    if (!document) continue;
    const slug = sourceSlug(file.name);
    const namesake = slug === null ? undefined : documents.get(slug);
    if (slug === null) {
      yield refuse("the file's name must have a letter from a to z or a digit: its source is named by it.");
    } else if (namesake) {
      yield refuse(
        `${namesake.file} has the same name but for its folder. Give one of the two another name.`,
      );
    } else documents.set(slug, { file: file.name, slug, document });
  }
  yield* parseDocuments([...documents.values()], options);
}
