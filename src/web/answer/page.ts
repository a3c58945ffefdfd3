import { STYLE } from "./style";

/** A list of an answer, as a page shows it. */
export interface ShownTable {
  list: string;
  rowCount: number;
  /** A `table` element. */
  html: string;
  /** Where it can be had as a file. */
  files: readonly { name: string; url: string }[];
}

/** What the page of an answer shows. Texts are not escaped yet. */
export interface AnswerPage {
  title: string;
  id: string;
  facts: readonly { name: string; value: string }[];
  tables: readonly ShownTable[];
  values: readonly { path: string; text: string }[];
  query: string;
  /** JSON; null where there are none. */
  variables: string | null;
  citation: { bibtex: string; text: string };
  links: readonly { name: string; url: string }[];
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function linkList(links: readonly { name: string; url: string }[]): string {
  const items = links.map(({ name, url }) => `<li><a href="${escaped(url)}">${escaped(name)}</a></li>`);
  return `<ul class="links">${items.join("")}</ul>`;
}

function factList(facts: readonly { name: string; value: string }[]): string {
  return `<dl>${facts.map(({ name, value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`;
}

/** What scrolls can be reached by keyboard, and says what it is. */
function code(label: string, text: string): string {
  return `<pre tabindex="0" role="region" aria-label="${escaped(label)}">${escaped(text)}</pre>`;
}

function tableSection({ list, rowCount, html, files }: ShownTable): string {
  const rows = rowCount === 1 ? "1 row" : `${rowCount} rows`;
  return `<h3>${escaped(list)}, ${rows}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(`Table ${list}`)}">
${html}</div>
${linkList(files)}`;
}

/** The page of a kept answer. It needs no script, and nothing else but its icon. */
export function answerPage(page: AnswerPage): string {
  const { title, id, facts, tables, values, query, variables, citation, links } = page;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Scoregraph answer ${escaped(id)}</title>
<link rel="icon" type="image/svg+xml" href="/playground/icon.svg">
<style>${STYLE}</style>
</head>
<body>
<header><a href="/">Scoregraph</a></header>
<main>
<h1>${escaped(title)}</h1>
${factList(facts)}
${linkList(links)}
<h2>Answer</h2>
${values.length > 0 ? factList(values.map(({ path, text }) => ({ name: path, value: text }))) : ""}
${tables.map(tableSection).join("\n")}
<h2>How to cite it</h2>
<p>${escaped(citation.text)}</p>
${code("BibTeX entry", citation.bibtex)}
<h2>Query</h2>
${code("Query", query)}
${variables === null ? "" : `<h3>Variables</h3>\n${code("Variables", variables)}`}
</main>
<footer><p>A kept answer stays as it is. Unknown is not no: a dash is what the sources do not say.</p></footer>
</body>
</html>
`;
}
