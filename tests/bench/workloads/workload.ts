/** Reads rows from the database of the run, to find out what can be asked. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Asks a server that is being compared, outside of any measurement. */
export type Ask = (query: string, variables: object) => Promise<Json>;

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape its query gives it.
export type Json = any;

/** How one GraphQL server is asked: the query, the variables of each variant, and its answer in the common shape. */
export interface Question<Variant> {
  query: string;
  variables: (variant: Variant, prepared: Json) => object;
  /** Gets for each variant what only this server can tell beforehand, such as a cursor. */
  prepare?: (variants: Variant[], ask: Ask) => Promise<Json[]>;
  answer: (data: Json) => Json;
}

/** The floor's statement: one row with one column, the answer in the common shape as JSON text. */
export interface Statement<Variant> {
  text: string;
  values: (variant: Variant) => unknown[];
}

/** One question put to every contestant, in many variants, so that clients do not all ask the same at once. */
export interface Workload<Variant = Json> {
  id: string;
  title: string;
  variants: (sql: Sql) => Promise<Variant[]>;
  ours: Question<Variant>;
  /** PostGraphile; where a ranking or figures are asked for, it reads them from a kept table. */
  peer: Question<Variant>;
  /** PostGraphile computing the same at each request by a view; only where there is something to compute. */
  peerComputing?: Question<Variant>;
  /** Null: the answer needs no database. */
  floor: Statement<Variant> | null;
}
