import { compress, type Encoding, LEAST_BYTES } from "./compression";

/** The body of an answer, which is compressed at most once in each way, however many callers get it. */
export class AnswerBody {
  private compressed: Map<Encoding, Promise<Buffer>> | undefined;

  /** @param onCompressed called with the bytes that a compressed form takes besides the plain one */
  constructor(
    readonly plain: Buffer | string,
    private readonly onCompressed?: (bytes: number) => void,
  ) {}

  /** Whether it is large enough for compressing to be worth it. */
  get isLarge(): boolean {
    return this.plain.length >= LEAST_BYTES;
  }

  in(encoding: Encoding): Promise<Buffer> {
    this.compressed ??= new Map();
    let form = this.compressed.get(encoding);
    if (!form) {
      form = compress(this.plain, encoding);
      this.compressed.set(encoding, form);
      if (this.onCompressed) form.then(({ length }) => this.onCompressed?.(length)).catch(() => {});
    }
    return form;
  }
}
