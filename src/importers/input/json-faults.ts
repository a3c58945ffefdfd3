import { createScanner, ScanError, SyntaxKind as Token } from "jsonc-parser";
import { Faults, MAX_DEPTH, TOO_DEEP, unkeepable } from "./faults";
import { JsonPlaces } from "./json-places";
import { numberFault, strangeWords, textFault } from "./json-words";

/** A list or a map that is not closed yet. */
interface Open {
  start: number;
  close: Token;
  /** Where each key of a map stands. */
  keys: Map<string, number> | null;
}

/** What may come next; after a comma, nothing may close. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "comma" | "end";

/** More than any published file has; each takes some hundred bytes of memory at last. */
const MOST_VALUES = 5_000_000;
const TOO_MANY = `more than ${MOST_VALUES.toLocaleString("en-US")} values are not read at once. Give them in several files.`;

const SECOND_VALUE =
  "the value before this is complete, and JSON is one value. Records on lines of their own are JSON Lines.";

/** Tells what keeps a text from being JSON that says one thing: up to the first breach of syntax, or all else. */
export function findJsonFaults(text: string, faults: Faults): void {
  const check = new JsonCheck(text, faults);
  check.run();
  const members = faults.fatal ? null : new JsonPlaces(text);
  for (const { key, first, second } of check.repeats) {
    if (faults.full) return;
    faults.addRepeated(
      second,
      key,
      first,
      members !== null && members.valueAfter(first) === members.valueAfter(second),
    );
  }
}

class JsonCheck {
  private readonly scanner;
  readonly repeats: { key: string; first: number; second: number }[] = [];
  private readonly open: Open[] = [];
  private expected: Expected = "value";
  private comma = 0;
  private values = 0;
  private last = Token.EOF;
  private lastOffset = 0;

  constructor(
    private readonly text: string,
    private readonly faults: Faults,
  ) {
    this.scanner = createScanner(text);
  }

  run(): void {
    for (;;) {
      const token = this.scanner.scan();
      const gap = token === Token.Trivia || token === Token.LineBreakTrivia;
      if (!gap && this.breach(token)) return;
      const broken = gap ? null : this.step(token);
      this.last = token;
      this.lastOffset = this.scanner.getTokenOffset();
      if (broken !== null) this.faults.add(this.scanner.getTokenOffset(), broken);
      if (broken !== null || token === Token.EOF || this.faults.full) return;
    }
  }

  /** Takes one token; gives a message where it cannot be read on. */
  private step(token: Token): string | null {
    const top = this.open.at(-1);
    if (token === Token.EOF) return this.expected === "end" ? null : this.cutOff(top);
    if (token === Token.CloseBraceToken || token === Token.CloseBracketToken) return this.close(token, top);
    switch (this.expected) {
      case "key":
      case "first key":
        return token === Token.StringLiteral ? this.key(top) : "a key in double quotes must stand here.";
      case "colon":
        this.expected = "value";
        return token === Token.ColonToken ? null : 'a ":" is missing before this.';
      case "comma":
        if (token !== Token.CommaToken) return 'a "," is missing before this.';
        this.comma = this.scanner.getTokenOffset();
        this.expected = top?.keys ? "key" : "value";
        return null;
      case "end":
        return SECOND_VALUE;
      default:
        return this.value(token);
    }
  }

  private value(token: Token): string | null {
    this.values += 1;
    if (this.values > MOST_VALUES) return TOO_MANY;
    switch (token) {
      case Token.OpenBraceToken:
      case Token.OpenBracketToken: {
        if (this.open.length >= MAX_DEPTH) return TOO_DEEP;
        const isMap = token === Token.OpenBraceToken;
        const close = isMap ? Token.CloseBraceToken : Token.CloseBracketToken;
        const start = this.scanner.getTokenOffset();
        this.open.push({ start, close, keys: isMap ? new Map() : null });
        this.expected = isMap ? "first key" : "first value";
        return null;
      }
      case Token.CommaToken:
      case Token.ColonToken:
        return `a value is missing before "${this.mark()}".`;
      case Token.StringLiteral:
        this.checkText();
        break;
      case Token.NumericLiteral:
        if (!Number.isFinite(Number(this.scanner.getTokenValue()))) {
          this.faults.add(this.scanner.getTokenOffset(), "a number that is too large to be read.");
        }
    }
    this.expected = this.open.length ? "comma" : "end";
    return null;
  }

  private key(top: Open | undefined): null {
    const offset = this.scanner.getTokenOffset();
    const key = this.scanner.getTokenValue();
    const first = top?.keys?.get(key);
    if (first === undefined) top?.keys?.set(key, offset);
    else this.repeats.push({ key, first, second: offset });
    this.checkText();
    this.expected = "colon";
    return null;
  }

  private close(token: Token, top: Open | undefined): string | null {
    const mark = this.mark();
    if (!top) return `"${mark}" closes nothing that was opened.`;
    if (token !== top.close) return `"${mark}" does not close the ${this.opened(top)}.`;
    if (this.expected === "key" || (this.expected === "value" && !top.keys)) {
      this.faults.add(this.comma, `a comma with nothing after it before "${mark}". Take it out.`);
    } else if (this.expected === "colon" || this.expected === "value") {
      return `a value is missing before "${mark}".`;
    }
    this.open.pop();
    this.expected = this.open.length ? "comma" : "end";
    return null;
  }

  private checkText(): void {
    const fault = unkeepable(this.scanner.getTokenValue());
    if (fault) this.faults.add(this.scanner.getTokenOffset(), fault);
  }

  /** Whether the token is in no JSON; tells what is wrong with it. */
  private breach(token: Token): boolean {
    const offset = this.scanner.getTokenOffset();
    const end = this.scanner.getPosition();
    const tell = (message: string, at = offset) => {
      this.faults.add(at, message);
      return true;
    };
    if (token === Token.LineCommentTrivia || token === Token.BlockCommentTrivia) {
      return tell("JSON has no comments. Take it out.");
    }
    const glued = token === Token.Unknown || token === Token.NumericLiteral;
    const number =
      glued && this.last === Token.NumericLiteral ? numberFault(this.text, this.lastOffset, offset) : null;
    if (number) return tell(number, this.lastOffset);
    if (token === Token.Unknown && this.expected === "end") return tell(SECOND_VALUE);
    if (token === Token.Unknown) return tell(strangeWords(this.text, offset, this.expected.endsWith("key")));
    if (this.scanner.getTokenError() === ScanError.None) return false;
    if (token !== Token.StringLiteral) return tell("a number breaks off: digits are missing at its end.");
    const fault = textFault(this.text, offset, end);
    return tell(fault.message, fault.offset);
  }

  private cutOff(top: Open | undefined): string {
    if (!top) return "the file holds no JSON value.";
    return `the file ends before the ${this.opened(top)} is closed. It may have been cut off; get it again.`;
  }

  private mark(): string {
    return this.text[this.scanner.getTokenOffset()];
  }

  private opened({ start }: Open): string {
    return `"${this.text[start]}" of ${this.faults.places.words(start)}`;
  }
}
