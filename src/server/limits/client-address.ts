import { isIPv6 } from "node:net";

/** Groups of 16 bits that an IPv6 network of one client is named by. */
const NETWORK_GROUPS = 4;

/** What a client is counted by: its IPv4 address, or its IPv6 network, of which it has all addresses. */
export function clientAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  return isIPv6(address) ? `${groupsOf(address).slice(0, NETWORK_GROUPS).join(":")}::/64` : address;
}

function groupsOf(address: string): string[] {
  const [before, after] = address.replace(/%.*$/, "").toLowerCase().split("::");
  const head = before ? before.split(":") : [];
  const tail = after ? after.split(":") : [];
  const missing = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, missing)).fill("0"), ...tail].map((group) =>
    group.replace(/^0+(?=.)/, ""),
  );
}
