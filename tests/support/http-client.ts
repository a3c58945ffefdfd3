import { once } from "node:events";
import { connect } from "node:net";

/** What the tests look at in an answer. `errors` and `data` are empty when the body is not JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look at answers of any shape
  data: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  errors: any[];
}

/** Sends a request and reads the whole answer; follows no redirects. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.match(/[/+]json\b/) && text !== "";
  const { data, errors = [] } = isJson ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, data, errors };
}

/** POSTs a body as JSON to the GraphQL endpoint. */
export function post(origin: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return send(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** Writes bytes as they are and reads until the server closes the connection. */
export async function sendRaw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    received += chunk;
  });
  socket.write(bytes);
  await once(socket, "close");
  return received;
}
