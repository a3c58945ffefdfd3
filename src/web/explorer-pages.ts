/** The explorer's kinds of pages, by the first part of their addresses. The server and the page both go by it. */
export const PAGE_KINDS = [
  "leaderboards",
  "submissions",
  "organisations",
  "losses",
  "backbones",
  "datasets",
  "papers",
  "sources",
  "compare",
  "search",
] as const;

/** Where the files of the explorer are served. */
export const EXPLORER_FILES = "/explorer/";
