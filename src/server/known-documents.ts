import { type DocumentNode, Kind } from "graphql";
import { BoundedMap } from "../common/bounded-map";

/** A document that was parsed and found valid before. */
export interface KnownDocument {
  document: DocumentNode;
  /** SHA-256 of its text, in hexadecimal. */
  hash: string;
  /** Names of its operations. */
  names: readonly string[];
}

/** Most memory that known documents may take, by estimate. */
const MOST_BYTES = 24 * 1024 * 1024;

/** What a token of a document takes once it is parsed and planned, and what a letter does, be it in a comment. */
const BYTES_PER_TOKEN = 1_000;
const BYTES_PER_LETTER = 60;

/**
 * Documents that need not be parsed and validated again, found by their text or its hash. For Apollo Server it is the
 * document store: whatever is put in here is valid.
 */
export class KnownDocuments {
  private readonly byText = new Map<string, KnownDocument>();
  private readonly byHash: BoundedMap<string, KnownDocument>;

  constructor(mostBytes = MOST_BYTES) {
    this.byHash = new BoundedMap(mostBytes, (_hash, { document }) => this.byText.delete(textOf(document)));
  }

  /** How many there are. */
  get count(): number {
    return this.byHash.count;
  }

  ofText(text: string): KnownDocument | undefined {
    const known = this.byText.get(text);
    return known && this.byHash.get(known.hash);
  }

  ofHash(hash: string): KnownDocument | undefined {
    return this.byHash.get(hash);
  }

  /** The text of a document that was found right before. */
  textOf(hash: string): string | undefined {
    const known = this.byHash.get(hash);
    return known && textOf(known.document);
  }

  /** Gives a document by a key that ends with its hash. */
  async get(key: string): Promise<DocumentNode | undefined> {
    return this.byHash.get(hashIn(key))?.document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    const known = { document, hash: hashIn(key), names: namesIn(document) };
    const text = textOf(document);
    this.byHash.set(
      known.hash,
      known,
      (document.tokenCount ?? 0) * BYTES_PER_TOKEN + text.length * BYTES_PER_LETTER,
    );
    if (this.byHash.get(known.hash)) this.byText.set(text, known);
  }

  async delete(key: string): Promise<void> {
    this.byHash.delete(hashIn(key));
  }
}

const HASH_LENGTH = 64;

/** Apollo Server puts the hash of the schema in front. */
function hashIn(key: string): string {
  return key.slice(-HASH_LENGTH);
}

function namesIn({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );
}

function textOf(document: DocumentNode): string {
  return document.loc?.source.body ?? "";
}
