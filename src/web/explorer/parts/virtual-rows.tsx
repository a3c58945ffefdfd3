import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { usePrinting } from "./use-printing";

/** So few rows are all in the page, where the browser's own search finds them. */
const ALL_UP_TO = 200;
const AROUND = 12;
/** So many rows before the end the next page is asked for. */
const AHEAD = 30;

interface VirtualRowsProps {
  count: number;
  columns: number;
  /** Height of a row before it is measured, in pixels. */
  height: number;
  hasMore: boolean;
  more(): void;
  children(index: number, measure: RefCallback<HTMLTableRowElement>): ReactNode;
}

/** The body of a table, of which only the rows in sight are in the page. */
export function VirtualRows({ count, columns, height, hasMore, more, children }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const isPrinting = usePrinting();
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(Math.round(top + window.scrollY));
  }, []);
  const isWhole = isPrinting || count <= ALL_UP_TO;
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: isWhole ? count : AROUND,
    scrollMargin,
  });
  const last = rows.range?.endIndex ?? 0;
  const isNearEnd = hasMore && last >= count - AHEAD;
  useEffect(() => {
    if (isNearEnd) more();
  }, [isNearEnd, more]);
  const items = rows.getVirtualItems();
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <tbody ref={body}>
      <Space height={before} columns={columns} />
      {items.map(({ index }) => children(index, rows.measureElement))}
      <Space height={after} columns={columns} />
    </tbody>
  );
}

function Space({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="space">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
