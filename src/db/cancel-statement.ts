import { Connection, type PoolClient } from "pg";

/** What a client knows of its connection; the types of pg leave it out. */
interface Connected {
  host: string;
  port: number;
  ssl: boolean | object;
  processID: number | null;
  secretKey: number | null;
}

/** The part of a connection that asks for a cancellation, which the types of pg leave out. */
interface CancelConnection {
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
  once(event: string, listener: () => void): void;
  on(event: string, listener: () => void): void;
  stream: { destroy(): void };
}

/** A server that does not answer must not keep the client that waits for this. */
const PATIENCE_MS = 2_000;

/**
 * Asks the server to cancel what a client is executing, over a second connection, and resolves when the server has heard
 * it: as the client's own secret goes along, that is right behind a pooler too, where a process id alone would mean
 * somebody else's statement. Never rejects. Until it resolves the client must not be lent to anybody else, nor ever when
 * it gives false: then the server may hear it yet.
 */
export function cancelStatement(client: PoolClient): Promise<boolean> {
  const { host, port, ssl, processID, secretKey } = client as unknown as Connected;
  if (processID === null || secretKey === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    const connection = new Connection({ ssl } as never) as unknown as CancelConnection;
    const done = (isHeard: boolean) => {
      clearTimeout(timer);
      connection.stream.destroy();
      resolve(isHeard);
    };
    const timer = setTimeout(done, PATIENCE_MS, false);
    const cancel = () => connection.cancel(processID, secretKey);
    connection.once("connect", () => (ssl ? connection.requestSsl() : cancel()));
    connection.once("sslconnect", cancel);
    connection.on("error", () => done(false));
    connection.once("end", () => done(true));
    if (host.startsWith("/")) connection.connect(`${host}/.s.PGSQL.${port}` as never, "");
    else connection.connect(port, host);
  });
}
