/** A whole number within bounds. */
export function wholeNumber(least: number, most: number) {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (text: string): number | undefined => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    },
  };
}

/** A host, without a port. */
export function hostName() {
  return {
    allowed: "a host name or an IP address, without port",
    parse: (text: string): string | undefined => (/^[\w.:-]+$/.test(text) ? text : undefined),
  };
}

/** Where something listens for HTTP. */
export function httpUrl() {
  return {
    allowed: "a URL such as http://127.0.0.1:4318",
    parse: (text: string): string | undefined =>
      URL.canParse(text) && /^https?:\/\//i.test(text) ? text : undefined,
  };
}

/** All texts parsed; undefined when one of them is not allowed. */
export function everyOne<T>(
  texts: readonly string[],
  parse: (text: string) => T | undefined,
): T[] | undefined {
  const values = texts.map((text) => parse(text.trim()));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Where a PostgreSQL database is. */
export function postgresUrl(text: string): string | undefined {
  return URL.canParse(text) && /^postgres(ql)?:\/\//i.test(text) ? text : undefined;
}
