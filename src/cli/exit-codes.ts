/** What the command line ends with; scripts rely on it. */
export const ExitCode = {
  OK: 0,
  /** What was asked cannot be done as it is: the message says why. Nothing was changed. */
  REFUSED: 1,
  /** The command line itself is wrong. */
  USAGE: 2,
  /** Something failed that is no fault of the input, such as the database being away. Nothing was changed. */
  FAILED: 3,
  /** Stopped by Ctrl-C or SIGTERM. Nothing was changed. */
  INTERRUPTED: 130,
} as const;

/** Ends a command with a message for people and a code for scripts. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    /** What is printed with --json instead. */
    readonly details: object = {},
  ) {
    super(message);
    this.name = "CommandError";
  }
}
