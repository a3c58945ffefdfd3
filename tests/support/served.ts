import { type Running, start } from "./command-line";

/** A service in a process of its own. */
export interface Served extends Running {
  /** Sends a query by HTTP; gives the body of the answer. */
  ask(query: string): Promise<unknown>;
}

/** Starts a service as its users do, and waits until it says where it is. */
export async function serve(env: Record<string, string>): Promise<Served> {
  const running = start(["serve"], { PORT: "0", ...env });
  const url = new Promise<string>((resolve) => {
    let said = "";
    running.child.stdout?.on("data", (piece) => {
      said += piece;
      const [found] = /http:\/\/\S+\/graphql/.exec(said) ?? [];
      if (found) resolve(found);
    });
  });
  const ended = running.ended.then((ran): never => {
    throw new Error(`The service ended: ${JSON.stringify(ran)}`);
  });
  const address = await Promise.race([url, ended]);
  ended.catch(() => {});
  return {
    ...running,
    async ask(query) {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
  };
}

/** Stops services in order; gives what each of them logged. */
export async function stopServices(services: readonly Served[]): Promise<string[]> {
  for (const { child } of services) child.kill("SIGTERM");
  const ended = await Promise.all(services.map((service) => service.ended));
  expect(ended.map(({ code, signal }) => [code, signal])).toEqual(services.map(() => [0, null]));
  return ended.map(({ err }) => err);
}
