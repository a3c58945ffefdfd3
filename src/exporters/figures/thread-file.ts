import path from "node:path";

/** The file that the threads for drawings begin with. */
export const threadFile = path.join(__dirname, "draw-thread.js");
