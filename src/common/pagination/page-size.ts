/** How many items a page holds that does not say how many. */
export const DEFAULT_PAGE_SIZE = 25;

/** How many items a page may hold. */
export const MAX_PAGE_SIZE = 500;
