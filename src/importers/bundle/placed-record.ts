import type { Place } from "../problem";

/** A record as it was read, and where each part of it stands. */
export interface PlacedRecord {
  value: Record<string, unknown>;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at(path: readonly (string | number)[]): Place;
}
