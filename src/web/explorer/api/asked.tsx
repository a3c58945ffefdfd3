import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from "react";

/** A query as a view asked it. */
export interface AskedQuery {
  /** What it is for, in a few words. */
  title: string;
  text: string;
  variables: Record<string, unknown>;
  /** True for what most of the view was made with. */
  isMain?: boolean;
}

interface Asked {
  queries: readonly AskedQuery[];
  note(id: string, query: AskedQuery | undefined): void;
}

const AskedContext = createContext<Asked>({ queries: [], note: () => {} });

/** Remembers which queries made what is shown. */
export function AskedProvider({ children }: { children: ReactNode }) {
  const [noted, setNoted] = useState<ReadonlyMap<string, AskedQuery>>(new Map());
  const asked = useMemo(
    () => ({
      queries: [...noted.values()],
      note: (id: string, query: AskedQuery | undefined) =>
        setNoted((before) => {
          const after = new Map(before);
          if (query) after.set(id, query);
          else after.delete(id);
          return after;
        }),
    }),
    [noted],
  );
  return <AskedContext.Provider value={asked}>{children}</AskedContext.Provider>;
}

/** The queries behind what is shown now, the main one first. */
export function useAskedQueries(): readonly AskedQuery[] {
  const { queries } = useContext(AskedContext);
  return [...queries].sort((a, b) => Number(b.isMain ?? false) - Number(a.isMain ?? false));
}

/** Notes a query for as long as the view shows its answer. */
export function useNoteQuery(
  title: string,
  text: string,
  variables: object,
  { isPaused = false, isMain = false }: { isPaused?: boolean; isMain?: boolean },
): void {
  const { note } = useContext(AskedContext);
  const id = useId();
  const given = JSON.stringify(variables);
  useEffect(() => {
    if (isPaused) return;
    note(id, { title, text, variables: JSON.parse(given), isMain });
    return () => note(id, undefined);
  }, [id, title, text, given, isPaused, isMain]);
}
