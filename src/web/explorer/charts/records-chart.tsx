import { scaleLinear, scaleUtc } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { useNavigate } from "react-router";
import { pageOf } from "../address/things";
import type { RecordsQuery, TimelineQuery } from "../api/operations";
import { withUnit } from "../parts/with-unit";
import { extent } from "./extent";
import { useWidth } from "./use-width";

type Record = NonNullable<RecordsQuery["leaderboard"]>["stateOfTheArt"][number];
type Dot = NonNullable<TimelineQuery["leaderboard"]>["ranking"]["nodes"][number];

interface RecordsChartProps {
  records: readonly Record[];
  dots: readonly Dot[];
  asOf: string | undefined;
  unit: string | null;
}

const HEIGHT = 220;
const EDGE = { top: 24, right: 26, bottom: 22, left: 44 };

const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Every dated row as a dot, and the line of the best value so far. */
export function RecordsChart({ records, dots, asOf, unit }: RecordsChartProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const navigate = useNavigate();
  const points = dots.map(({ score, submission, overallRank }) => ({
    key: score.id,
    x: day(submission.submittedOn ?? ""),
    y: score.value ?? 0,
    slug: submission.slug,
    words: `${submission.label}: ${withUnit(score.reported, unit)}, ${submission.submittedOn}, place ${overallRank} now`,
  }));
  const held = new Set(records.map(({ score }) => score.id));
  const first = points[0];
  if (!first) return <div ref={frame} className="chart" />;
  const x = scaleUtc(extent(points.map((point) => point.x)), [EDGE.left, width - EDGE.right]).nice();
  const y = scaleLinear(extent(points.map((point) => point.y)), [HEIGHT - EDGE.bottom, EDGE.top]).nice();
  const steps = records.map(({ heldFrom, score }) => ({ x: day(heldFrom), y: score.value ?? 0 }));
  const end = x.domain()[1] ?? first.x;
  const path = line<{ x: Date; y: number }>(
    (at) => x(at.x),
    (at) => y(at.y),
  ).curve(curveStepAfter)([...steps, ...steps.slice(-1).map((last) => ({ ...last, x: end }))]);
  const marks = x.ticks(Math.max(2, Math.floor(width / 90)));
  const format = dateFormat(marks);
  return (
    <div ref={frame} className="chart">
      <svg width={width} height={HEIGHT} role="img" aria-label={wordsOf(records, unit)}>
        {y.ticks(4).map((value) => (
          <g key={value} className="tick">
            <line x1={EDGE.left} x2={width - EDGE.right} y1={y(value)} y2={y(value)} />
            <text x={EDGE.left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {marks.map((date) => (
          <text key={+date} className="tick-x" x={x(date)} y={HEIGHT - 6} textAnchor="middle">
            {format(date)}
          </text>
        ))}
        {asOf && (
          <line
            className="as-of"
            x1={x(day(asOf))}
            x2={x(day(asOf))}
            y1={EDGE.top}
            y2={HEIGHT - EDGE.bottom}
          />
        )}
        <path className="record-line" d={path ?? ""} />
        {points.map(({ key, slug, words, ...at }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table below leads to the same pages by keys
          <circle
            key={key}
            className={held.has(key) ? "dot record" : "dot"}
            cx={x(at.x)}
            cy={y(at.y)}
            r={held.has(key) ? 4 : 3}
            data-later={(asOf && at.x > day(asOf)) || undefined}
            onClick={() => navigate(pageOf("/submissions", slug))}
          >
            <title>{words}</title>
          </circle>
        ))}
        {records.slice(-1).map(({ score, submission, heldFrom }) => (
          <text
            key={score.id}
            className="record-name"
            x={x(day(heldFrom))}
            y={y(score.value ?? 0) - 8}
            textAnchor={x(day(heldFrom)) > width / 2 ? "end" : "start"}
          >
            {submission.label}
          </text>
        ))}
      </svg>
    </div>
  );
}

const DAY_MS = 86_400_000;

/** As much of a date as tells the marks of an axis apart. */
function dateFormat([first, second]: Date[]): (date: Date) => string {
  const days = first && second ? (second.getTime() - first.getTime()) / DAY_MS : 0;
  const letters = days > 360 ? 4 : days > 27 ? 7 : 10;
  return (date) => date.toISOString().slice(0, letters);
}

/** What the chart shows, for those who cannot see it. */
function wordsOf(records: readonly Record[], unit: string | null): string {
  const last = records.at(-1);
  if (!last) return "No dated row set a record.";
  const { score, submission, heldFrom } = last;
  return `${records.length} records; the last since ${heldFrom}: ${submission.label} with ${withUnit(score.reported, unit)}. The same as a table by the button above.`;
}
