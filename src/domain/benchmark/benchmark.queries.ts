import type { OrderTerm } from "../../db/keyset";
import { raw } from "../../db/sql";

/** Orders benchmarks `t` by the number of their submissions. */
export const BY_SUBMISSIONS: OrderTerm = {
  expression: raw("SELECT count(*) FROM submission s WHERE s.benchmark_id = t.id"),
  type: "integer",
};
