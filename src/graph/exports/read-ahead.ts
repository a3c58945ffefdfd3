type Piece = string | Uint8Array;

/** What is to be done while a text is read. */
export interface Reading {
  /** Before any of it is given, where it is longer than what is read ahead. */
  isLong(): void;
  /** When all of it has been read, whether or not it was given already. */
  isRead(): Promise<void>;
}

/** Gives a text piece by piece, so many bytes of it read ahead: what is no longer is read without waiting for anybody. */
export async function* readAhead(
  text: AsyncIterable<Piece>,
  bytes: number,
  { isLong, isRead }: Reading,
): AsyncGenerator<Piece> {
  let begun: Piece[] | undefined = [];
  let size = 0;
  for await (const piece of text) {
    if (!begun) {
      yield piece;
      continue;
    }
    begun.push(piece);
    size += piece.length;
    if (size <= bytes) continue;
    isLong();
    yield* begun;
    begun = undefined;
  }
  await isRead();
  if (begun) yield* begun;
}
