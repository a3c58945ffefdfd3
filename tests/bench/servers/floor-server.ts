import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { workloads } from "../workloads";

// The least that can answer the workloads by HTTP: named prepared statements whose JSON Postgres builds. It checks
// nothing and can answer nothing else; what it reaches is what this machine can do at best.

const statements = new Map(workloads.map(({ id, floor }) => [id, floor?.text]));
const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
  application_name: "floor",
});
pool.on("error", () => {});

async function answer(body: string): Promise<string> {
  const { workload, values } = JSON.parse(body) as { workload: string; values: unknown[] };
  const text = statements.get(workload);
  if (text === undefined) return '{"__typename":"Query"}';
  const { rows } = await pool.query<[string]>({ name: workload, text, values, rowMode: "array" });
  return rows[0]?.[0] ?? "null";
}

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => resolve(body));
    request.on("error", reject);
  });
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const text = await answer(await read(request));
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.end(text);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

const server = createServer((request, response) => void handle(request, response));
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
process.on("SIGTERM", () => process.exit(0));
