import { readFile } from "node:fs/promises";
import path from "node:path";
import { ICON } from "../web/playground/icon";
import { PAGE } from "../web/playground/page";
import { SCRIPT } from "../web/playground/script";
import { STYLE } from "../web/playground/style";
import { type Asset, asset, CSS, HTML, JAVASCRIPT, pageHeaders, SVG } from "./assets";

/** The page in which queries are written, and every file it needs, by the name under `/playground/`. */
export interface Playground {
  page: Asset;
  files: ReadonlyMap<string, Asset>;
}

/** Lists the files of the playground. Reads nothing yet. */
export function createPlayground(): Playground {
  // GraphiQL sets styles from script and carries its fonts as data.
  const policy = pageHeaders({ "style-src": "'self' 'unsafe-inline'", "font-src": "data:" });
  const files: [string, Asset][] = [
    ["playground.js", asset(JAVASCRIPT, () => SCRIPT)],
    ["playground.css", asset(CSS, () => STYLE)],
    ["icon.svg", asset(SVG, () => ICON)],
    ["react.js", asset(JAVASCRIPT, packageFile("react", "umd/react.production.min.js"))],
    ["react-dom.js", asset(JAVASCRIPT, packageFile("react-dom", "umd/react-dom.production.min.js"))],
    ["graphiql.js", asset(JAVASCRIPT, packageFile("graphiql", "graphiql.min.js"))],
    ["graphiql.css", asset(CSS, packageFile("graphiql", "graphiql.min.css"))],
  ];
  return { page: asset(HTML, () => PAGE, policy), files: new Map(files) };
}

function packageFile(name: string, file: string): () => Promise<Buffer> {
  return () => readFile(path.join(path.dirname(require.resolve(`${name}/package.json`)), file));
}
