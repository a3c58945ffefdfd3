import { readFileSync } from "node:fs";
import path from "node:path";
import { lineLog } from "../../../src/common/log";
import { Metrics } from "../../../src/watching/metrics/metrics";
import { outcomes } from "../../../src/watching/outcome";
import { RequestWatch } from "../../../src/watching/request-watch";

const docs = readFileSync(path.join(__dirname, "../../../docs/watching.md"), "utf8");
const pool = { totalCount: 5, idleCount: 2, waitingCount: 7, options: { max: 16 } };
const create = () => new Metrics("1.2.3", { pool: () => pool, cache: () => ({ size: 1_000, count: 3 }) });

function watched(operation: string | undefined): RequestWatch {
  const watch = new RequestWatch(
    {},
    lineLog(() => {}),
  );
  Object.assign(watch, { isOperation: true, operation, cache: "miss", cost: 12 });
  watch.statement("SELECT 1", { begun: 0, ms: 2, failed: false });
  watch.statement("SELECT 2", { begun: 0, ms: 3, failed: true });
  return watch;
}

test("the docs list exactly the metrics that there are", async () => {
  const rows = [...docs.matchAll(/^\| `(scoregraph_\w+)` \| (\w+) \| (.*) \|$/gm)].map(
    ([, name, type, help]) => ({ name, type, help }),
  );
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  expect(rows.sort(byName)).toEqual((await create().described()).sort(byName));
});

test("the docs name every outcome", () => {
  for (const outcome of outcomes) expect(docs).toContain(`\`${outcome}\``);
});

test("requests, statements, pool and cache are measured", async () => {
  const metrics = create();
  for (let i = 0; i < 6; i += 1) {
    metrics.requestBegins();
    metrics.requestEnds(watched("Boards"), "ok", 4);
  }
  metrics.requestBegins();
  metrics.requestEnds(watched(undefined), "caller_error", 1);
  metrics.requestBegins();
  const text = await metrics.text();
  for (const line of [
    'scoregraph_info{version="1.2.3"} 1',
    "scoregraph_requests_running 1",
    'scoregraph_requests_total{operation="Boards",outcome="ok"} 2',
    'scoregraph_requests_total{operation="other",outcome="ok"} 4',
    'scoregraph_requests_total{operation="anonymous",outcome="caller_error"} 1',
    'scoregraph_request_duration_seconds_bucket{le="0.005",operation="Boards"} 2',
    'scoregraph_sql_statements_total{outcome="ok"} 7',
    'scoregraph_sql_statements_total{outcome="failed"} 7',
    "scoregraph_sql_duration_seconds_count 14",
    'scoregraph_database_connections{state="in_use"} 3',
    'scoregraph_database_connections{state="idle"} 2',
    "scoregraph_database_connections_limit 16",
    "scoregraph_database_waiting 7",
    "scoregraph_answer_cache_bytes 1000",
    "scoregraph_answer_cache_answers 3",
    'scoregraph_answer_cache_total{result="miss"} 7',
    "scoregraph_request_cost_sum 84",
  ]) {
    expect(text.split("\n")).toContain(line);
  }
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
});
