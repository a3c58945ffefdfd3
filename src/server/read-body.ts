import type { IncomingMessage } from "node:http";
import { HttpError } from "./http/http-error";

/** How much of a body that is too large is still taken in, so that its sender gets to read the answer. */
const MAX_DISCARDED_BYTES = 8 * 1024 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the JSON body of a request.
 * @throws HttpError 415 for another content type, charset or encoding, 413 above the limit, 400 for broken JSON
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  checkContentType(request);
  const bytes = await readBytes(request, maxBytes);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new HttpError("BAD_REQUEST", "The body is not valid UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError("BAD_REQUEST", `The body is not valid JSON: ${(error as Error).message}`);
  }
}

/**
 * Checks that a body is, or would be, JSON in UTF-8, as it is.
 * @throws HttpError 415
 */
export function checkContentType({ headers }: IncomingMessage): void {
  const given = headers["content-type"] ?? "";
  const [type = "", ...parameters] = given.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice(8)
    .replaceAll('"', "");
  if (type !== "application/json" || (charset !== undefined && charset !== "utf-8" && charset !== "utf8")) {
    const shown = given ? `"${given.slice(0, 100)}"` : "none";
    throw new HttpError(
      "UNSUPPORTED_MEDIA_TYPE",
      `The content type must be application/json in UTF-8; it was ${shown}.`,
      { headers: { accept: "application/json" } },
    );
  }
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    throw new HttpError("UNSUPPORTED_MEDIA_TYPE", "Compressed bodies are not accepted; send it as it is.", {
      headers: { "accept-encoding": "identity" },
    });
  }
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_DISCARDED_BYTES) throw tooLarge(maxBytes);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (size > MAX_DISCARDED_BYTES) {
        request.pause();
        reject(tooLarge(maxBytes));
      }
    });
    request.once("end", () =>
      size <= maxBytes ? resolve(Buffer.concat(chunks)) : reject(tooLarge(maxBytes)),
    );
    request.once("error", reject);
    request.once("close", () => reject(new Error("The request ended before its body did.")));
  });
}

function tooLarge(maxBytes: number): HttpError {
  return new HttpError(
    "PAYLOAD_TOO_LARGE",
    `The body is larger than ${maxBytes} bytes. Send long values as variables, or split the query.`,
    { headers: { connection: "close" }, extensions: { limitBytes: maxBytes } },
  );
}
