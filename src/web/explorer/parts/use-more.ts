import { useEffect, useRef } from "react";

/** Calls `more` when an element comes into sight; give its ref to what stands at the end of a list. */
export function useMore<Element extends HTMLElement>(more: () => void) {
  const ref = useRef<Element>(null);
  const latest = useRef(more);
  latest.current = more;
  useEffect(() => {
    const { current } = ref;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
    });
    observer.observe(current);
    return () => observer.disconnect();
  });
  return ref;
}
