import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Address {
  host: string;
  port: number;
  /** The settings that name the address, for messages. */
  variables: { host: string; port: string };
}

/**
 * Listens on an address.
 * @throws Error with a message for the operator when the address cannot be used
 */
export async function listen(server: Server, address: Address): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(address.port, address.host, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    throw new Error(listenProblem(error as NodeJS.ErrnoException, address), { cause: error });
  }
}

function listenProblem(error: NodeJS.ErrnoException, { host, port, variables }: Address): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is already in use. Set ${variables.port} to another one, or to 0 for any free port.`;
    case "EACCES":
      return `This user may not listen on port ${port}. Set ${variables.port} to a number above 1023.`;
    default:
      return `Cannot listen on ${variables.host} ${host}, port ${port}: ${error.message}`;
  }
}

/** Where a listening server can be reached, without a path: `http://127.0.0.1:4000`. */
export function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  const host = address === "0.0.0.0" || address === "::" ? "localhost" : address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
