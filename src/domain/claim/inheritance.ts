import { CircleError, levels } from "../../common/levels";
import { groupBy } from "../../common/loader";

/** That a submission differs from its base in nothing but what it states itself. */
export interface Inheriting {
  submissionId: number;
  baseId: number;
}

/**
 * Orders the inheriting submissions so that all that a base inherits comes before what its variants do; the bases of
 * one submission keep their order. Throws CircleError when submissions are variants of each other in a circle, with
 * what `name` calls them.
 */
export function basesFirst(variants: readonly Inheriting[], name: (id: number) => string): Inheriting[] {
  const bySubmission = [...groupBy(variants, (variant) => variant.submissionId)];
  return levels(bySubmission, {
    key: ([submissionId]) => submissionId,
    needs: ([, bases]) => bases.map(({ baseId }) => baseId),
    refuse: (circle) => new CircleError("Submissions are variants of each other", circle.map(name)),
  }).flatMap((level) => level.flatMap(([, bases]) => bases));
}
