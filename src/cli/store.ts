import { loadConfig } from "../config";
import { Interrupted } from "../db/transaction";
import type { OpenStore } from "../graph/open-store";
import { visitStore } from "../graph/visit-store";
import { CommandError, ExitCode } from "./exit-codes";
import { endAtOnce, interruptible } from "./interrupt";
import { capital, databaseTrouble } from "./trouble";

const NEWER =
  "The database is newer than this program, which knows too little of it to change or to copy it. Use the version that migrated it, or a later one.";

/**
 * Changes the store of the settings, beside a service that may be running on it. The signal fires on Ctrl-C and SIGTERM;
 * what is not finished by then must be taken back.
 */
export function withStore<T>(work: (store: OpenStore, signal: AbortSignal) => Promise<T>): Promise<T> {
  return interruptible((signal) =>
    visiting(async (store) => {
      if (signal.aborted) throw new Interrupted();
      if (store.isNewer) throw new CommandError(ExitCode.FAILED, NEWER);
      return work(store, signal);
    }),
  );
}

/** Reads the store of the settings; Ctrl-C and SIGTERM end the process, since there is nothing to take back. */
export function readStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  return endAtOnce(() => visiting(work));
}

async function visiting<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = loadConfig();
  const place = databaseUrl ? "the database of DATABASE_URL" : `the database in ${dataFolder}`;
  const onWaiting = () =>
    process.stderr.write("Another command works on the same database; its end is waited for.\n");
  const store = await visitStore({ url: databaseUrl, dataFolder }, onWaiting).catch((error) => {
    throw new CommandError(ExitCode.FAILED, `${capital(place)} cannot be used: ${databaseTrouble(error)}`);
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
