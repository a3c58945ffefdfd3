import { hash } from "node:crypto";

/** The points per minute of each API key, by the hash of the key: the keys themselves are kept nowhere. */
export type ApiKeys = ReadonlyMap<string, number>;

/** By what a key is looked up and counted. */
export function hashOfKey(key: string): string {
  return hash("sha256", key, "hex");
}

/** Reads a list such as `Zk3...:60000, q9L...:1000`; undefined when any of it is not right. */
export function parseApiKeys(text: string): ApiKeys | undefined {
  const keys = new Map<string, number>();
  for (const part of text.split(",")) {
    const [, key, points] = /^\s*([\w-]{16,200}):(\d{1,9})\s*$/.exec(part) ?? [];
    if (!key || Number(points) < 1) return undefined;
    keys.set(hashOfKey(key), Number(points));
  }
  return keys;
}
