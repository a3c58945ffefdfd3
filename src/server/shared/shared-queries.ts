import { BoundedMap } from "../../common/bounded-map";
import { hashOf } from "../answers/answer-key";
import type { KnownDocuments } from "../known-documents";
import type { OperationRequest } from "../operation-request";
import type { SharedMemory } from "./shared-memory";

const KEPT_SECONDS = 7 * 86_400;

/** What was shared is not shared again by this process for so many other ones. */
const MOST_REMEMBERED = 10_000;

/** Texts of persisted queries that processes share: what one was sent, all know by its hash. */
export class SharedQueries {
  private readonly shared = new BoundedMap<string, true>(MOST_REMEMBERED);

  constructor(
    private readonly memory: SharedMemory,
    private readonly documents: KnownDocuments,
  ) {}

  /** Adds the text of an operation that has only a hash, if any process was sent it. */
  async complete(operation: OperationRequest): Promise<OperationRequest> {
    const { query, hash } = operation;
    if (query !== undefined || !hash || this.documents.ofHash(hash)) return operation;
    const text = (await this.memory.read(`query:${hash}`))?.toString("utf8");
    return text !== undefined && hashOf(text) === hash ? { ...operation, query: text } : operation;
  }

  /** Shares an operation that was sent with text and hash and was found right. */
  share({ query, hash }: OperationRequest): void {
    if (query === undefined || !hash || this.shared.get(hash) || !this.documents.ofHash(hash)) return;
    this.shared.set(hash, true, 1);
    this.memory.write(`query:${hash}`, query, KEPT_SECONDS);
  }
}
