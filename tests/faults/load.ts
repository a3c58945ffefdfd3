import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** How one request went. */
export interface Reply {
  /** Undefined when no answer came, or only a part of one. */
  status: number | undefined;
  /** Of the error in the answer, or of the network. */
  code: string | undefined;
  retryAfter: string | undefined;
  ms: number;
  /** When it was sent, as `Date.now()` counts. */
  sentAt: number;
  /** Bytes of an answer came, but not all of it, or it is no JSON. */
  isBroken: boolean;
}

export interface Load {
  replies: Reply[];
  /** Lets what is running end, and sends no more. */
  stop(): Promise<Reply[]>;
}

/** One of so many questions is a new one, which SQL answers; the others are 40 that come again and again. */
function bodyOf(n: number, newEvery: number): string {
  const query = `query Board($first: Int!, $text: String!) {
    search(text: $text, first: 3) { nodes { matched } }
    leaderboards { nodes { name ranking(first: $first) { nodes { overallRank submission { name } } } } }
  }`;
  const text = n % newEvery ? "face" : `face ${n}`;
  return JSON.stringify({ query, variables: { first: 1 + (n % 40), text } });
}

export interface LoadOptions {
  clients: number;
  /** What each client waits between two questions. */
  pauseMs?: number;
  /** One of so many questions is a new one. */
  newEvery?: number;
}

/** Keeps so many clients asking, one request after another each. */
export function startLoad(url: string, { clients, pauseMs = 0, newEvery = 2 }: LoadOptions): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const replies: Reply[] = [];
  let going = true;
  let n = 0;
  const client = async () => {
    await sleep(Math.random() * pauseMs);
    while (going) {
      n += 1;
      const reply = await ask(url, bodyOf(n, newEvery), agent);
      replies.push(reply);
      // Nobody asks again at once where nobody answers.
      await sleep(reply.status === 200 ? pauseMs : Math.max(pauseMs, 20));
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    replies,
    async stop() {
      going = false;
      await running;
      agent.destroy();
      return replies;
    },
  };
}

function ask(url: string, body: string, agent: Agent): Promise<Reply> {
  const sentAt = Date.now();
  return new Promise((resolve) => {
    let status: number | undefined;
    let text = "";
    let retryAfter: string | undefined;
    const done = (code?: string) => {
      const ms = Date.now() - sentAt;
      resolve({
        status: code ? undefined : status,
        code: code ?? codeIn(text),
        retryAfter,
        ms,
        sentAt,
        isBroken: (code !== undefined && status !== undefined) || (code === undefined && !isJson(text)),
      });
    };
    const headers = { "content-type": "application/json" };
    const sent = request(`${url}/graphql`, { method: "POST", headers, agent }, (response) => {
      status = response.statusCode;
      retryAfter = response.headers["retry-after"];
      response.setEncoding("utf8").on("data", (piece) => {
        text += piece;
      });
      response.once("end", () => done());
      response.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    });
    sent.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    sent.end(body);
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function codeIn(text: string): string | undefined {
  return /"code":"(\w+)"/.exec(text)?.[1];
}

/** How many replies there are of each kind. */
export function tally(replies: readonly Reply[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, code, isBroken } of replies) {
    const kind = [isBroken && "broken", status ?? "none", code].filter(Boolean).join(" ");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The duration, in milliseconds, that so large a part of the replies stayed below. */
export function quantile(replies: readonly Reply[], part: number): number {
  const sorted = replies.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
