import type { WriteStream } from "node:tty";
import type { ImportProgress } from "../importers/import-files";
import { count } from "./words";

const EVERY_MS = 200;
const USUAL_COLUMNS = 80;

/** Where progress is shown: standard error, which may be a terminal. */
export type Terminal = Pick<WriteStream, "isTTY" | "columns" | "write">;

/** Shows how far an import is, on one line of a terminal; anywhere else it shows nothing. */
export function progressLine(terminal: Terminal, totalBytes: number | null) {
  const started = Date.now();
  let shown = 0;
  let phase: ImportProgress["phase"] | undefined;
  const clear = () => terminal.write("\r\x1b[2K");
  return {
    show(progress: ImportProgress): void {
      // A phase may tell of itself once only.
      if (!terminal.isTTY || (Date.now() - shown < EVERY_MS && progress.phase === phase)) return;
      shown = Date.now();
      phase = progress.phase;
      clear();
      const text = progressText(progress, (shown - started) / 1_000, totalBytes);
      // A terminal that does not know its width says 0.
      terminal.write(text.slice(0, (terminal.columns || USUAL_COLUMNS) - 1));
    },
    clear(): void {
      if (shown) clear();
    },
  };
}

/** How far an import is, in words: what it does, how fast, and how long it will still take where that is known. */
export function progressText(
  { phase, records, bytesRead }: ImportProgress,
  seconds: number,
  totalBytes: number | null,
): string {
  if (phase === "WRITING") return `Writing ${count(records, "record")} ...`;
  const rate = seconds > 0 ? Math.round(records / seconds).toLocaleString("en-US") : "0";
  const left =
    totalBytes && bytesRead && bytesRead < totalBytes
      ? (seconds * (totalBytes - bytesRead)) / bytesRead
      : null;
  const share = totalBytes ? `${Math.min(100, Math.floor((100 * bytesRead) / totalBytes))} %, ` : "";
  return `Reading: ${share}${count(records, "record")}, ${rate} a second${left === null ? "" : `, about ${duration(left)} left to read`}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
