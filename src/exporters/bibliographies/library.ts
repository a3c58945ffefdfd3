import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { Cite, type CslItem, plugins } from "@citation-js/core";
import type { Citable } from "../../common/citable";
import { cslItem } from "./csl-item";

// Of what it has no command for, such as Chinese, it would leave nothing.
plugins.config.get("@bibtex").format.asciiOnly = false;

/** Works as the library takes them. */
export function cited(works: readonly Citable[]): Cite {
  return new Cite(works.map(cslItem), { generateGraph: false });
}

/** Works in CSL-JSON. */
export function cslItems(cite: Cite): CslItem[] {
  return cite.format("data", { format: "object" });
}
