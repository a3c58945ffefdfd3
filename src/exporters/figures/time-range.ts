const DAY = 86_400_000;

/** A range of days, with ticks. */
export interface TimeRange {
  from: number;
  to: number;
  ticks: number[];
  format: string;
}

const LABEL_WIDTH = 44;

/** Between two ticks there are so many months. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

const monthsOf = (time: number) => {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const timeOf = (months: number) => Date.UTC(Math.floor(months / 12), months % 12);

/** A range that has all days within it, a little wider; its ticks are beginnings of months or years. */
export function timeRange(days: readonly string[], width: number): TimeRange {
  const times = days.map((day) => Date.parse(day));
  const first = times.reduce((a, b) => Math.min(a, b), times[0] ?? 0);
  const last = times.reduce((a, b) => Math.max(a, b), times[0] ?? 0);
  const margin = Math.max((last - first) * 0.03, 5 * DAY);
  const [from, to] = [first - margin, last + margin];
  const months = monthsOf(to) - monthsOf(from);
  const most = Math.max(2, Math.floor(width / LABEL_WIDTH));
  const step = STEPS.find((each) => months / each <= most) ?? STEPS[STEPS.length - 1];
  const ticks: number[] = [];
  for (let at = Math.ceil(monthsOf(from) / step) * step; timeOf(at) <= to; at += step) {
    if (timeOf(at) >= from) ticks.push(timeOf(at));
  }
  return { from, to, ticks, format: step % 12 === 0 ? "%Y" : "%Y-%m" };
}
