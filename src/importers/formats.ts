import { bundle } from "./bundle/format";
import { csv } from "./csv/format";
import type { Format } from "./format";
import { megafacePage } from "./megaface-page/format";
import { modelIndex } from "./model-index/format";
import { paperswithcode } from "./paperswithcode/format";

/** Every format that can be imported, by its name. */
export const formats: ReadonlyMap<string, Format> = new Map(
  [bundle, csv, megafacePage, modelIndex, paperswithcode].map((format) => [format.name, format]),
);
