/** How much data a run is made on. */
export type SizeName = "S" | "M" | "L";

export interface Size {
  name: SizeName;
  submissions: number;
}

/** Half of the submissions stand on one leaderboard, with 20 scores each; the others have 10. */
export const SIZES: Record<SizeName, Size> = {
  S: { name: "S", submissions: 2_000 },
  M: { name: "M", submissions: 20_000 },
  L: { name: "L", submissions: 200_000 },
};

/** What all sizes have alike. */
export const LEADERBOARDS = 200;
export const SPLITS_PER_LEADERBOARD = 3;

/** The leaderboard on which half of all submissions stand, on each of its splits. */
export const LARGEST = { leaderboard: "board-1", splits: ["set-1", "set-2", "set-3"] };

/** The benchmark whose submissions have 10 scores each. */
export const TEN_SCORES_EACH = "benchmark-2";
