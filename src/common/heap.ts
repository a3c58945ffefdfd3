import { setFlagsFromString } from "node:v8";

/**
 * Has memory collected before it doubles. By itself the engine lets it grow fourfold first on large machines: what an
 * answer needed for a moment would stay for minutes.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--heap-growing-percent=100");
}
