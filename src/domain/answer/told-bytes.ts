import { CallerError, ErrorCode } from "../../common/errors";
import type { RequestContext } from "../../db/request-context";
import type { AnswerContent } from "./answer-text";
import { keepingOf } from "./kept-answer";

/** Bytes that kept answers may add to one answer together, however often they are asked for in it. */
export const MOST_TOLD_BYTES = 8 * 1024 * 1024;

/** What one request tells of kept answers. An alias is written in a few bytes, and what it names may be a megabyte. */
export class ToldBytes {
  private told = 0;
  private fault: CallerError | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly refuse: (fault: CallerError) => void) {}

  /** Whether more is asked for than may be told: then the whole request is refused. */
  get isExceeded(): boolean {
    return this.fault !== undefined;
  }

  /**
   * Counts bytes before they are told. The first may be any number: what is kept can always be read by itself.
   * @throws CallerError ANSWER_TOO_LARGE
   */
  count(bytes: number): void {
    if (this.fault) throw this.fault;
    const found = this.told + bytes;
    if (this.told > 0 && found > MOST_TOLD_BYTES) {
      this.fault = tooLarge(found);
      this.refuse(this.fault);
      throw this.fault;
    }
    this.told = found;
  }

  /** Reads answers one after the other, so that none is read that would be too much. */
  tellContent(read: () => Promise<AnswerContent>): Promise<unknown> {
    const next = this.last.then(async () => {
      if (this.fault) throw this.fault;
      const { data, bytes } = await read();
      this.count(bytes);
      return data;
    });
    this.last = next.catch(() => {});
    return next;
  }

  /** Counts a value that may be null, and gives it. After too much was asked for, nothing is looked at any more. */
  tell<Value>(value: Value): Value | null {
    if (this.fault || value == null) return null;
    // At most three bytes each, but nearly always one: a copy in bytes would cost more than it tells.
    this.count(typeof value === "string" ? value.length : JSON.stringify(value).length);
    return value;
  }
}

const known = new WeakMap<RequestContext, ToldBytes>();

/** What is told in a request, which begins again when it is executed again. */
export function toldBytesOf(context: RequestContext): ToldBytes {
  let told = known.get(context);
  if (!told) {
    told = new ToldBytes((fault) => keepingOf(context).queries?.refuse(fault));
    known.set(context, told);
  }
  return told;
}

function tooLarge(found: number): CallerError {
  return new CallerError(
    ErrorCode.ANSWER_TOO_LARGE,
    `What is asked of kept answers takes more than ${MOST_TOLD_BYTES} bytes together. Ask in several requests, or read each at \`/a/ID.json\`.`,
    { limit: { name: "toldBytes", allowed: MOST_TOLD_BYTES, found } },
  );
}
