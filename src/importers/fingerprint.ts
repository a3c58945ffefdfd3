import { createHash } from "node:crypto";
import type { ImportedFile } from "../domain/import/import.commands";
import type { InputFile } from "./input/input-file";

interface Fingerprinted {
  /** The same files, which are counted and digested as they are read. */
  files: InputFile[];
  bytesRead(): number;
  /** What is known of each file that was read to its end. */
  fingerprints(): ImportedFile[];
}

/** Watches the bytes of files go by, until the signal fires. */
export function fingerprinted(files: readonly InputFile[], signal?: AbortSignal): Fingerprinted {
  const found = new Map<string, ImportedFile>();
  let total = 0;
  const watched = files.map(({ name, bytes: read }) => ({
    name,
    async *bytes() {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const chunk of read()) {
        signal?.throwIfAborted();
        hash.update(chunk);
        bytes += chunk.length;
        total += chunk.length;
        yield chunk;
      }
      found.set(name, { name, bytes, sha256: hash.digest("hex") });
    },
  }));
  return { files: watched, bytesRead: () => total, fingerprints: () => [...found.values()] };
}
