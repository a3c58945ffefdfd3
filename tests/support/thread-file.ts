import path from "node:path";

/** Stands in for the file of the same name: threads of tests read sources as they are. */
export const threadFile = path.join(__dirname, "draw-thread.js");
