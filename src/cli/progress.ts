import type { WriteStream } from "node:tty";
import type { ImportProgress } from "../importers/import-files";

const EVERY_MS = 200;

/** Shows how far an import is, on one line of a terminal; anywhere else it shows nothing. */
export function progressLine(terminal: WriteStream, totalBytes: number | null) {
  const started = Date.now();
  let shown = 0;
  const clear = () => terminal.write("\r\x1b[2K");
  return {
    show(progress: ImportProgress): void {
      if (!terminal.isTTY || Date.now() - shown < EVERY_MS) return;
      shown = Date.now();
      clear();
      terminal.write(
        progressText(progress, (shown - started) / 1_000, totalBytes).slice(0, terminal.columns - 1),
      );
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
  const count = records.toLocaleString("en-US");
  if (phase === "WRITING") return `Writing ${count} records ...`;
  const rate = seconds > 0 ? Math.round(records / seconds).toLocaleString("en-US") : "0";
  const left =
    totalBytes && bytesRead && bytesRead < totalBytes
      ? (seconds * (totalBytes - bytesRead)) / bytesRead
      : null;
  const share = totalBytes ? `${Math.min(100, Math.floor((100 * bytesRead) / totalBytes))} %, ` : "";
  return `Reading: ${share}${count} records, ${rate} a second${left === null ? "" : `, about ${duration(left)} left to read`}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
