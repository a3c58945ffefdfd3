import type { InputFile } from "../input/input-file";
import { MAX_YAML_BYTES, parseYaml } from "../input/parse-yaml";
import { readText } from "../input/read-text";
import type { Problem } from "../problem";
import { beginsFrontMatter, frontMatter, isMarkdown } from "./front-matter";
import { Part } from "./part";

/** What a file has: models and collections, or the names of files that have them. */
export interface Sheet {
  file: string;
  problems: Problem[];
  models: Part[];
  collections: Part[];
  /** Names of training datasets that hold for all models of a model card. */
  datasets: Part | undefined;
  /** Files that it lists, as written. */
  imports: string[];
}

const LINK = /\.(?:ya?ml|json|md)$/i;

/** Reads a file; one that is no model index has neither models nor collections nor imports. */
export async function readSheet(input: InputFile): Promise<Sheet> {
  const sheet = { file: input.name, models: [], collections: [], datasets: undefined, imports: [] };
  const read = await readText(input, { maxBytes: MAX_YAML_BYTES });
  if ("problem" in read) return { ...sheet, problems: [read.problem] };
  const yaml = isMarkdown(input.name) ? frontMatter(read.text) : read.text;
  if (yaml === null) return { ...sheet, problems: unclosed(input.name, read.text) };
  const { document, problems } = parseYaml(input.name, yaml);
  return document ? { ...sheet, problems, ...contents(Part.whole(document)) } : { ...sheet, problems };
}

/** A rule at the beginning of a text is one; what would be a model index was cut off. */
function unclosed(file: string, text: string): Problem[] {
  if (!beginsFrontMatter(text) || !/^model-index[ \t]*:/m.test(text)) return [];
  const message = 'the YAML that begins here is not closed: a line "---" is missing after it.';
  return [{ file, line: 1, column: 1, message }];
}

function contents(root: Part) {
  const card = root.get("model-index");
  const models = [...modelsOf(root), ...(card?.items() ?? [])];
  const collections = root.get("collections")?.items() ?? [];
  const links = [
    ...(root.get("import")?.items() ?? []),
    ...models.filter(isLink),
    ...collections.filter(isLink),
  ];
  return {
    models: models.filter((model) => !isLink(model)),
    collections: collections.filter((collection) => !isLink(collection)),
    datasets: card && root.get("datasets"),
    imports: links.flatMap((link) => link.text ?? []),
  };
}

/** The models of a zoo's file: under their key, or the file is a list of them or one of them. */
function modelsOf(root: Part): Part[] {
  if (root.isList) return root.items().filter((item) => item.get("name") && item.get("results"));
  if (root.get("name") && root.get("results")) return [root];
  return root.get("models")?.items() ?? [];
}

function isLink(part: Part): boolean {
  return LINK.test(part.text ?? "");
}
