/** That a submission differs from its base in nothing but what it states itself. */
export interface Inheriting {
  submissionId: number;
  baseId: number;
}

/**
 * Orders the inheriting submissions so that a base's own inheritance comes before that of its variants. Throws when
 * submissions are variants of each other in a circle.
 */
export function basesFirst(variants: readonly Inheriting[]): Inheriting[] {
  const ordered: Inheriting[] = [];
  let rest = [...variants];
  while (rest.length) {
    const waiting = new Set(rest.map((variant) => variant.submissionId));
    const ready = rest.filter((variant) => !waiting.has(variant.baseId));
    if (ready.length === 0) {
      throw new Error(`Submissions are variants of each other in a circle: ${[...waiting].join(", ")}.`);
    }
    ordered.push(...ready);
    rest = rest.filter((variant) => !ready.includes(variant));
  }
  return ordered;
}
