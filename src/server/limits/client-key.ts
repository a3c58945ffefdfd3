import type { IncomingMessage } from "node:http";
import proxyAddr from "proxy-addr";
import { type ApiKeys, hashOfKey } from "../../common/api-keys";
import type { TrustedProxies } from "../../common/trusted-proxies";
import { clientAddress } from "./client-address";

/** By what clients are told apart. */
export interface ClientOptions {
  /** Keys that are known. */
  keys?: ApiKeys;
  /** Proxies that are believed who they speak for. */
  trustedProxies?: TrustedProxies;
}

/** What a client is counted by: the key that it sends, where that is known, and else its address. */
export function clientKey(request: IncomingMessage, { keys, trustedProxies }: ClientOptions): string {
  const given = request.headers["x-api-key"];
  if (keys && typeof given === "string") {
    const key = hashOfKey(given);
    if (keys.has(key)) return `key:${key}`;
  }
  const address = trustedProxies ? proxyAddr(request, trustedProxies) : request.socket.remoteAddress;
  return `address:${clientAddress(address ?? "")}`;
}
