import { type RefObject, useLayoutEffect, useRef, useState } from "react";

const FIRST = 480;

/** How wide an element is, now and after each change. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element>, number] {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(FIRST);
  useLayoutEffect(() => {
    const { current } = ref;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width || FIRST)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
