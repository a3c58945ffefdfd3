/** Memory that several processes share. It can be away at any time; it then has nothing, and forgets what it is given. */
export interface SharedMemory {
  /** Never rejects, and never takes long. */
  read(key: string): Promise<Buffer | undefined>;
  /** Keeps a value for some seconds, unless it is too large. */
  write(key: string, value: Buffer | string, seconds: number): void;
}
