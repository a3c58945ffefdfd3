/** A file to be imported: its name for messages, and its bytes. */
export interface InputFile {
  /** As the caller gave it; of a file in a folder, the folder as given and the way from there, with slashes. */
  name: string;
  /** Reads the bytes from the start, a piece at a time; can be called again. */
  bytes(): AsyncIterable<Buffer>;
}

/** A file that is in memory. */
export function inputFromText(name: string, content: string | Buffer): InputFile {
  const buffer = Buffer.from(content as string);
  return {
    name,
    async *bytes() {
      yield buffer;
    },
  };
}
