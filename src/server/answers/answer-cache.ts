import type { IncomingHttpHeaders } from "node:http";
import { BoundedMap } from "../../common/bounded-map";
import type { CacheUse } from "../../watching/request-watch";
import type { Caller } from "../caller";
import type { GraphQLHttpAnswer, GraphQLHttpRequest, GraphQLServer } from "../graphql-server";
import { AnswerBody } from "../http/answer-body";
import { OutOfPoints } from "../limits/out-of-points";
import type { SharedAnswers } from "../shared/shared-answers";
import { hashOf, operationKey } from "./answer-key";
import { etagOf, hasAnswer, REVALIDATED } from "./etag";
import { Flight } from "./flight";

export interface AnswerCacheOptions {
  /** Most memory that kept answers may take. */
  mostBytes: number;
  /** What the revision of the data is now. As long as it is the same, all answers are. */
  readRevision: () => Promise<string>;
  /** Version of the service: another one may answer otherwise. */
  version: string;
  /** What else of the process stands in answers, such as its address: another process may be set otherwise. */
  settings?: () => string;
  /** Answers of all processes, asked for what is not in memory; when not given, each has its own only. */
  shared?: SharedAnswers;
  /** Callers of one class get the same answers; when not given, all do. */
  viewerClass?: (headers: IncomingHttpHeaders) => string;
}

/** An answer as it is sent. */
export interface ReadyAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Undefined where the status says that there is none. */
  body: AnswerBody | undefined;
  /** It has data and no errors. */
  isComplete: boolean;
  /** A fault of the service stands in it, behind an id. */
  isFaulty?: boolean;
}

interface Kept {
  contentType: string;
  body: AnswerBody;
}

/** What an answer takes besides its bytes and its key. */
const BYTES_PER_ANSWER = 500;

/** No answer may take more than this part of the whole: else a single one could drive out all others. */
const LARGEST_PART = 1 / 8;

/**
 * Answers from memory what was asked before, as long as the data are the same: the revision is read for every request,
 * and an answer that was found at one revision is given at that only. Equal requests that come meanwhile wait for the
 * one that is executed.
 */
export class AnswerCache {
  private readonly kept: BoundedMap<string, Kept>;
  private readonly flights = new Map<string, Flight<GraphQLHttpAnswer>>();

  constructor(
    private readonly graphql: GraphQLServer,
    private readonly options: AnswerCacheOptions,
  ) {
    this.kept = new BoundedMap(options.mostBytes);
  }

  /** Bytes that are taken by kept answers. */
  get size(): number {
    return this.kept.size;
  }

  /** How many answers are kept. */
  get count(): number {
    return this.kept.count;
  }

  async answer(request: GraphQLHttpRequest, caller: Caller): Promise<ReadyAnswer> {
    const { method } = request;
    const revision = await this.options.readRevision().catch(() => undefined);
    const key = revision && this.keyOf(request, caller.headers, revision);
    if (!key) {
      note(caller, "bypass");
      return unkept(await this.graphql.executeHttp(request, caller), "fwd=bypass");
    }
    // What is sent by POST is kept by nobody but ourselves.
    const validators = method === "GET" ? this.validatorsOf(key) : undefined;
    if (validators && hasAnswer(caller.headers["if-none-match"], validators.etag)) {
      note(caller, "hit");
      const headers = { ...validators, ...cacheStatus("hit") };
      return { status: 304, headers, body: undefined, isComplete: true };
    }
    const kept = this.kept.get(key);
    if (kept) {
      const headers = {
        "content-type": kept.contentType,
        ...(validators ?? NOT_STORED),
        ...cacheStatus("hit"),
      };
      note(caller, "hit");
      return { status: 200, headers, body: kept.body, isComplete: true };
    }
    const running = this.flights.get(key);
    note(caller, running ? "collapsed" : "miss");
    const flight = running ?? this.start(key, revision, request, caller);
    const answer = await flight.join(caller).catch((error: unknown) => {
      // Whoever asked first had no points left, which is no answer for the others.
      if (running && error instanceof OutOfPoints) return undefined;
      throw error;
    });
    if (!answer) return this.answer(request, caller);
    const how = running ? "fwd=miss; collapsed" : flight.isShared ? "hit; detail=shared" : "fwd=miss";
    if (!answer.isComplete) return unkept(answer, how);
    return { ...answer, headers: { ...answer.headers, ...(validators ?? NOT_STORED), ...cacheStatus(how) } };
  }

  private keyOf(
    { operation, mediaType }: GraphQLHttpRequest,
    headers: IncomingHttpHeaders,
    revision: string,
  ): string | undefined {
    const { query, hash = "" } = operation;
    const documentHash =
      query === undefined ? hash : (this.graphql.documents.ofText(query)?.hash ?? hashOf(query));
    const asked = operationKey(operation, documentHash);
    const { version, settings, viewerClass } = this.options;
    const told = JSON.stringify([viewerClass?.(headers) ?? "", mediaType, settings?.() ?? ""]);
    return asked && `${version}\n${revision}\n${told}\n${asked}`;
  }

  private validatorsOf(key: string) {
    const { viewerClass } = this.options;
    return {
      etag: etagOf(key),
      "cache-control": `${viewerClass ? "private" : "public"}, ${REVALIDATED}`,
      vary: "accept, accept-encoding",
    };
  }

  private start(key: string, revision: string, request: GraphQLHttpRequest, caller: Caller) {
    const flight = new Flight<GraphQLHttpAnswer>(() => this.land(key, flight));
    const asker = {
      headers: caller.headers,
      charge: caller.charge,
      admitKeeping: caller.admitKeeping,
      onGone: (callback: () => void) => flight.onGone(callback),
      watch: caller.watch,
    };
    const { shared } = this.options;
    const execute = () => this.graphql.executeHttp(request, asker);
    flight.answer = shared ? this.shareOr(shared, key, flight, execute) : execute();
    this.flights.set(key, flight);
    flight.answer
      .then((answer) => this.keep(key, revision, answer, flight))
      // Who waits for the answer is told; the revision is read again for the next one.
      .catch(() => {})
      .finally(() => this.land(key, flight));
    return flight;
  }

  private async shareOr(
    shared: SharedAnswers,
    key: string,
    flight: Flight<GraphQLHttpAnswer>,
    execute: () => Promise<GraphQLHttpAnswer>,
  ): Promise<GraphQLHttpAnswer> {
    const found = await shared.get(key);
    if (!found) return execute();
    flight.isShared = true;
    return {
      status: 200,
      headers: { "content-type": found.contentType },
      body: found.body,
      isComplete: true,
    };
  }

  private land(key: string, flight: Flight<GraphQLHttpAnswer>): void {
    if (this.flights.get(key) === flight) this.flights.delete(key);
  }

  /** Keeps an answer, if it is one of this revision alone: it may have been read while the data changed. */
  private async keep(
    key: string,
    revision: string,
    { isComplete, headers, body }: GraphQLHttpAnswer,
    flight: Flight<GraphQLHttpAnswer>,
  ): Promise<void> {
    const contentType = headers["content-type"];
    if (!isComplete || flight.isAbandoned || !contentType) return;
    if ((await this.options.readRevision()) !== revision) return;
    // Before there is a second copy of it: nobody keeps what is so large.
    const length = Buffer.byteLength(body.plain);
    let size = length + 2 * key.length + BYTES_PER_ANSWER;
    if (size > this.options.mostBytes * LARGEST_PART) return;
    // Not from the pool for small buffers, of which each would hold on to the rest.
    const text = String(body.plain);
    const bytes = Buffer.allocUnsafeSlow(length);
    bytes.write(text);
    if (!flight.isShared) this.options.shared?.set(key, contentType, bytes);
    const kept: Kept = {
      contentType,
      body: new AnswerBody(bytes, (more) => {
        size += more;
        if (this.kept.get(key) === kept) this.kept.set(key, kept, size);
      }),
    };
    this.kept.set(key, kept, size);
  }
}

const NOT_STORED = { "cache-control": "no-store" };

function unkept({ status, headers, ...rest }: GraphQLHttpAnswer, how: string): ReadyAnswer {
  return { ...rest, status, headers: { ...headers, ...NOT_STORED, ...cacheStatus(how) } };
}

function note({ watch }: Caller, use: CacheUse): void {
  if (watch) watch.cache = use;
}

/** As RFC 9211 has it. */
function cacheStatus(how: string) {
  return { "cache-status": `scoregraph; ${how}` };
}
