/** The package has no types of its own; these are of the part that is used. */
declare module "negotiator" {
  class Negotiator {
    constructor(request: { headers: Readonly<Record<string, string | undefined>> });
    mediaType(available: readonly string[]): string | undefined;
    encoding(available: readonly string[], options?: { preferred: readonly string[] }): string | undefined;
  }
  export = Negotiator;
}
