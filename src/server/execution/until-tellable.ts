import type { Executor } from "./executor";

/** A context that can be wrong about what it read. */
interface Doubtful {
  /** Called after the execution; gives the context to execute with instead, where the answer must not be told. */
  instead?: () => Promise<object | undefined>;
}

/** Executes once more, with another context, where the first one says so. */
export function untilTellable(execute: Executor): Executor {
  return (args) => {
    const { instead } = args.contextValue as Doubtful;
    if (!instead) return execute(args);
    return (async () => {
      const result = await execute(args);
      const contextValue = await instead();
      return contextValue ? execute({ ...args, contextValue }) : result;
    })();
  };
}
