/** Seconds that the long faults last; FAULT_SECONDS makes them shorter. */
export function seconds(usual: number): number {
  return Number(process.env.FAULT_SECONDS ?? usual);
}

/** Prints a figure; docs/reliability.md has those of one run. */
export function report(what: string, figures: Record<string, unknown>): void {
  process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
}
