import type { NameMatch } from "./name-match";
import type { NameStore } from "./name-store";

/**
 * What becomes of names that nothing has. `create-clear`: they are created, but those near another name stop the import.
 * `create`: they are all created. `strict`: they stop the import.
 */
export type NamingMode = "create-clear" | "create" | "strict";

export interface NamingOptions {
  names: NameStore;
  mode: NamingMode;
  matches?: readonly NameMatch[];
}
