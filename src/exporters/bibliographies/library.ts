import type { Cite, CslItem } from "@citation-js/core";
import type { Citable } from "../../common/citable";
import { cslItem } from "./csl-item";

type Library = typeof import("@citation-js/core");

let loaded: Library | undefined;

/** Loaded when first asked for: it takes a while to read, and many a service never writes a bibliography. */
function library(): Library {
  if (loaded) return loaded;
  loaded = require("@citation-js/core") as Library;
  require("@citation-js/plugin-bibtex");
  require("@citation-js/plugin-ris");
  // Of what it has no command for, such as Chinese, it would leave nothing.
  loaded.plugins.config.get("@bibtex").format.asciiOnly = false;
  return loaded;
}

/** Works as the library takes them. */
export function cited(works: readonly Citable[]): Cite {
  return new (library().Cite)(works.map(cslItem), { generateGraph: false });
}

/** Works in CSL-JSON. */
export function cslItems(cite: Cite): CslItem[] {
  return cite.format("data", { format: "object" });
}
