import type { LastingValues } from "../../common/loader";

/** Values that last, of which new ones are given to other requests only when it is certain that they may be told. */
export class HeldBack implements LastingValues {
  private readonly held: Parameters<LastingValues["set"]>[] = [];

  constructor(private readonly values: LastingValues) {}

  get(key: string): unknown {
    return this.values.get(key);
  }

  set(...entry: Parameters<LastingValues["set"]>): void {
    this.held.push(entry);
  }

  /** Gives out what was held back. */
  release(): void {
    for (const entry of this.held.splice(0)) this.values.set(...entry);
  }
}
