import { useEffect } from "react";

/** Gives the document a title of its own. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} – Scoregraph` : "Scoregraph";
  }, [title]);
}
