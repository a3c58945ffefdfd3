import proxyAddr from "proxy-addr";

/** Tells of an address whether it is one of a proxy that is trusted. */
export type TrustedProxies = (address: string, hop: number) => boolean;

/** Reads a list of addresses, subnets and names of ranges; undefined when any of it is not right. */
export function parseProxies(text: string): TrustedProxies | undefined {
  try {
    return proxyAddr.compile(text.split(",").map((part) => part.trim()));
  } catch {
    return undefined;
  }
}
