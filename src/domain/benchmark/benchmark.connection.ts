import { connectionType } from "../../common/pagination/connection";
import { textPredicate } from "../../db/predicates";
import { raw, type Sql } from "../../db/sql";
import { catalogue } from "../catalogue/catalogue.connection";
import { ThingOrderField } from "../catalogue/catalogue-order";
import { BY_NAME } from "../catalogue/thing-order.queries";
import { Benchmark } from "./benchmark.entity";
import type { BenchmarkWhere } from "./benchmark.inputs";
import { BY_SUBMISSIONS } from "./benchmark.queries";

export const BenchmarkConnection = connectionType<Benchmark>(
  "BenchmarkConnection",
  () => Benchmark,
  "benchmarks",
);
export type BenchmarkConnection = InstanceType<typeof BenchmarkConnection>;

async function conditions(_: unknown, where: BenchmarkWhere): Promise<Sql[]> {
  return where.name ? [textPredicate(raw("t.name_key"), where.name)] : [];
}

/** Benchmarks: all of them. */
export const benchmarkConnection = catalogue<"Benchmark", BenchmarkWhere, never>(
  {
    type: "Benchmark",
    conditions,
    orders: {
      [ThingOrderField.NAME]: BY_NAME,
      [ThingOrderField.SUBMISSIONS]: BY_SUBMISSIONS,
    },
    tiebreak: BY_NAME,
    connection: BenchmarkConnection,
  },
  {},
);
