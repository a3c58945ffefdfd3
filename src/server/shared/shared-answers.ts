import { hashOf } from "../answers/answer-key";
import { AnswerBody } from "../http/answer-body";
import type { SharedMemory } from "./shared-memory";

/** Nobody asks for the answers of a revision that has passed. */
const KEPT_SECONDS = 3_600;

/** An answer without errors. */
export interface SharedAnswer {
  contentType: string;
  body: AnswerBody;
}

/** Answers that processes share. Their keys have all that decides on them, so that none is ever old. */
export class SharedAnswers {
  constructor(private readonly memory: SharedMemory) {}

  async get(key: string): Promise<SharedAnswer | undefined> {
    const found = await this.memory.read(nameOf(key));
    const end = found?.indexOf("\n") ?? -1;
    if (!found || end < 0) return undefined;
    return { contentType: found.toString("utf8", 0, end), body: new AnswerBody(found.subarray(end + 1)) };
  }

  set(key: string, contentType: string, body: Buffer): void {
    this.memory.write(nameOf(key), Buffer.concat([Buffer.from(`${contentType}\n`), body]), KEPT_SECONDS);
  }
}

function nameOf(key: string): string {
  return `answer:${hashOf(key)}`;
}
