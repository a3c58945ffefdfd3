import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { extent } from "./extent";

const WIDTH = 160;
const HEIGHT = 36;
const EDGE = 4;

/** The course of a record, without axes: times with values. */
export function Sparkline({ values }: { values: readonly [number, number][] }) {
  const last = values.at(-1);
  if (!last || values.length < 2) return null;
  const x = scaleLinear(extent(values.map(([time]) => time)), [EDGE, WIDTH - EDGE * 3]);
  const y = scaleLinear(extent(values.map(([, value]) => value)), [HEIGHT - EDGE, EDGE]);
  const path = line<readonly [number, number]>(
    ([time]) => x(time),
    ([, value]) => y(value),
  ).curve(curveStepAfter)(values);
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className="record-line" d={`${path}H${WIDTH}`} />
      <circle className="dot record" cx={x(last[0])} cy={y(last[1])} r={3} />
    </svg>
  );
}
