import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { startServiceProcess } from "../support/service-process";
import { createTestDatabase } from "../support/test-database";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** A page with what went wrong in it. */
export interface Opened {
  page: Page;
  /** Errors of scripts, and everything that the page's policy forbade. */
  errors: string[];
  /** Requests that would have left the service. */
  elsewhere: string[];
}

/** The service with the default data, and a browser. */
export interface Visit {
  url: string;
  /** Opens an address of the service in a window of its own. */
  open(address: string, options?: BrowserContextOptions): Promise<Opened>;
  /** Stops the service, while pages stay open. */
  stopService(): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts service and browser. */
export async function startVisit(
  template: "seeded" | "empty" = "seeded",
  env: Record<string, string> = {},
  prepare: (databaseUrl: string) => Promise<void> = async () => {},
): Promise<Visit> {
  const database = await createTestDatabase(template);
  await prepare(database.url);
  const service = await startServiceProcess(database.url, env);
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const { url } = service;
  let stopped: Promise<unknown> | undefined;
  const stopService = () => (stopped ??= service.stop());
  return {
    url,
    stopService,
    async open(address, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      const elsewhere: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("request", (request) => {
        if (!request.url().startsWith(url) && !request.url().startsWith("data:"))
          elsewhere.push(request.url());
      });
      await page.goto(url + address);
      await page.waitForLoadState("networkidle");
      return { page, errors, elsewhere };
    },
    async close() {
      await browser.close();
      await stopService();
      await database.drop();
    },
  };
}

/** How far a page is wider than its window, in pixels. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean>, mostTries = 100): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > mostTries) throw new Error("it did not come to hold");
    await sleep(100);
  }
}
