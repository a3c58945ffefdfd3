/** How many folders above a file can be referred to. */
const DEPTH = 3;

/** Tells whether a path ends as a pattern says: `*` is a part of a name, `**` any number of folders. */
export function fileMatcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => new RegExp(`(?:^|/)${expression(pattern)}$`, "u"));
  return (path) => expressions.some((each) => each.test(path.replaceAll("\\", "/")));
}

function expression(pattern: string): string {
  return pattern
    .split(/(\*\*\/|\*)/)
    .map((part) => {
      if (part === "**/") return "(?:[^/]+/)*";
      return part === "*" ? "[^/]*" : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    })
    .join("");
}

/** The names of the fields that a file gives. */
export const FILE_FIELDS: readonly string[] = [
  "file.name",
  ...Array.from({ length: DEPTH }, (_, i) => folderField(i)),
];

function folderField(above: number): string {
  return `file.folder${above ? above + 1 : ""}`;
}

/** What a path says: the file's name without its ending, and the folders it lies in, the nearest first. */
export function fileFields(path: string): Map<string, string> {
  const [name, ...folders] = path.replaceAll("\\", "/").split("/").reverse();
  const fields = new Map([["file.name", name.replace(/(?<=.)\.[^.]*$/, "")]]);
  for (const [i, folder] of folders
    .filter((each) => !["", ".", ".."].includes(each))
    .slice(0, DEPTH)
    .entries())
    fields.set(folderField(i), folder);
  return fields;
}
