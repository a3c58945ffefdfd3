/** Whether the extensions of a request ask to be told what the query costs. */
export function wantsCost(extensions: unknown): boolean {
  return (extensions as { cost?: unknown } | null | undefined)?.cost === true;
}
