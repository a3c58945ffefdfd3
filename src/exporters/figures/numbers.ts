import { TEXT } from "./style";
import { textWidth } from "./text-width";

export interface Spot {
  x: number;
  y: number;
}

/** Where a number stands, from the point that it is of; null where there is no room for it. */
export interface Placed {
  dx: number | null;
  dy: number | null;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From a point, the better one first. */
const PLACES: readonly (readonly [number, number])[] = [
  [-7, -7],
  [0, -9],
  [-9, 0],
  [8, 8],
  [-8, 8],
  [0, -18],
  [14, 10],
  [10, 18],
];

const HALF_HEIGHT = TEXT.note * 0.45;

const POINT = 3;
const LINE = 1;

/** Two numbers have at least so much between them. */
const GAP = 1.5;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The line of steps, up to the end of the plot. */
function lineOf(spots: readonly Spot[], end: number): Box[] {
  return spots.flatMap(({ x, y }, i) => {
    const next = spots[i + 1] ?? { x: end, y };
    return [
      { left: x, right: next.x, top: y - LINE, bottom: y + LINE },
      { left: next.x - LINE, right: next.x + LINE, top: Math.min(y, next.y), bottom: Math.max(y, next.y) },
    ];
  });
}

/** Finds a place for the number of each point where it covers neither another one, nor a point, nor the line. */
export function placeNumbers(
  spots: readonly Spot[],
  numbers: readonly string[],
  plot: { width: number; height: number },
): Placed[] {
  const points = spots.map(({ x, y }) => ({
    left: x - POINT,
    right: x + POINT,
    top: y - POINT,
    bottom: y + POINT,
  }));
  const taken: Box[] = [...points, ...lineOf(spots, plot.width)];
  return spots.map(({ x, y }, i) => {
    const half = (textWidth(numbers[i], TEXT.note, "bold") + GAP) / 2;
    for (const [dx, dy] of PLACES) {
      const box = {
        left: x + dx - half,
        right: x + dx + half,
        top: y + dy - HALF_HEIGHT,
        bottom: y + dy + HALF_HEIGHT,
      };
      const isInside =
        box.left >= 0 && box.right <= plot.width + 8 && box.top >= -8 && box.bottom <= plot.height;
      if (!isInside || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { dx, dy };
    }
    return { dx: null, dy: null };
  });
}
