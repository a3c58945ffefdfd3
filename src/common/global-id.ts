/** A global id taken apart: the GraphQL type it belongs to and the row's key. */
export interface GlobalId {
  type: string;
  key: number;
}

/** The largest key of a row. */
export const LARGEST_KEY = 2_147_483_647;

/** Makes the opaque, stable id under which `node(id:)` finds a thing again. */
export function toGlobalId(type: string, key: number): string {
  return Buffer.from(`${type}:${key}`, "utf8").toString("base64url");
}

/** Reads a global id, or gives null when the text is not one. Does not look whether the thing exists. */
export function parseGlobalId(text: string): GlobalId | null {
  if (!/^[A-Za-z0-9_-]{6,100}={0,2}$/.test(text)) return null;
  const match = /^([A-Z][A-Za-z]+):([1-9]\d{0,9})$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  if (!match) return null;
  const key = Number(match[2]);
  return key <= LARGEST_KEY ? { type: match[1], key } : null;
}
