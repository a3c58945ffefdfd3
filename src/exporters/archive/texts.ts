import type { AboutData } from "../bundle/about-data";

/** Under which terms the data may be used, as far as anybody has said so. */
export function licenceText({ licence, sources }: AboutData): string {
  const stated =
    licence ??
    "No licence is stated for the data as a whole: ask whoever runs the service that they came from.";
  const listed = sources.map(({ title, url }) => `- ${title}${url === null ? "" : `: ${url}`}\n`).join("");
  return `${stated}

The facts were read from the documents below, which have terms of their own.

${listed || "(none)\n"}`;
}

/** What is in the archive, and what to do with it. */
export function readmeText({ dataVersion, revision, serviceVersion, citation }: AboutData): string {
  return `The data of Scoregraph, version ${dataVersion} (revision ${revision}), written by version ${serviceVersion}.

data/          everything in the graph, as a bundle in JSON Lines; the parts go one behind the other
manifest.json  the version of the data, their hash, and the files with their lengths and hashes
SHA256SUMS     to be checked by: sha256sum -c SHA256SUMS
LICENCE.txt    under which terms the data may be used
CITATION.bib   how to cite them

Into an empty database: scoregraph import bundle FOLDER, the folder being the one that this file is in. It then has the same content:
cat data/*.jsonl | sha256sum gives the contentHash of manifest.json.

To be cited as:
${citation}
`;
}
