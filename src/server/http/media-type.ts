import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";
import { BoundedMap } from "../../common/bounded-map";
import { HttpError } from "./http-error";

/** What an answer can be sent as. It is the same text; the statuses of errors differ. */
export const MEDIA_TYPES = ["application/json", "application/graphql-response+json"] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

const CONTENT_TYPES = MEDIA_TYPES.map(contentTypeOf);

/** How many different `Accept` headers are remembered with what they chose. */
const MOST_REMEMBERED = 100;

const chosen = new BoundedMap<string, MediaType>(MOST_REMEMBERED);

/** The media type that a caller likes best; undefined when it takes neither. */
export function acceptedMediaType({ accept }: IncomingHttpHeaders): MediaType | undefined {
  if (!accept) return MEDIA_TYPES[0];
  const known = chosen.get(accept);
  if (known) return known;
  const contentType = new Negotiator({ headers: { accept } }).mediaType(CONTENT_TYPES);
  const type = contentType && MEDIA_TYPES[CONTENT_TYPES.indexOf(contentType)];
  if (type) chosen.set(accept, type, 1);
  return type || undefined;
}

/**
 * The same, where there must be one.
 * @throws HttpError 406
 */
export function requireMediaType(headers: IncomingHttpHeaders): MediaType {
  const type = acceptedMediaType(headers);
  if (type) return type;
  const given = headers.accept?.slice(0, 100);
  const message = `Answers are ${MEDIA_TYPES.join(" or ")}, in UTF-8; the header "accept" takes neither: "${given}".`;
  throw new HttpError("NOT_ACCEPTABLE", message);
}

/** The `Content-Type` of an answer. */
export function contentTypeOf(type: MediaType): string {
  return `${type}; charset=utf-8`;
}
