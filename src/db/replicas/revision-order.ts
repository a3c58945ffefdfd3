/**
 * Whether one revision has all that another one has, both as DataRevision gives them. Two that have the same number but
 * are not the same belong to different histories, and nothing is certain about those.
 */
export function hasAllOf(revision: string, other: string): boolean {
  return revision === other || Number.parseInt(revision, 10) > Number.parseInt(other, 10);
}
