import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useNoteQuery } from "./asked";
import { client } from "./client";
import { type Fault, faultOf } from "./fault";
import type { TypedDocumentString } from "./operations";
import { textOf } from "./use-ask";

/** A page of a list, of whatever. */
export interface Page<Row> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly Row[];
}

type RowOf<List extends Page<unknown>> = List["nodes"][number];

/** A list that grows page by page. */
export interface Pages<List extends Page<unknown>> {
  rows: readonly RowOf<List>[];
  /** The first page, with what it says of the whole list. */
  first: List | undefined;
  hasMore: boolean;
  isLoading: boolean;
  /** True while rows of the question before are still shown. */
  isStale: boolean;
  fault: Fault | undefined;
  /** Asks for the next page, unless one is on its way. */
  more(): void;
  again(): void;
}

interface State<List> {
  key: string;
  pages: readonly List[];
  fault?: Fault | undefined;
}

/** Reads a list by cursors, the next page when `more` is called; pages that were read before are there at once. */
export function usePages<Data, Variables extends object, List extends Page<unknown>>(
  title: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, "after">,
  listOf: (data: Data) => List | null | undefined,
  isPaused = false,
): Pages<List> {
  const text = textOf(document);
  useNoteQuery(title, text, variables, { isPaused, isMain: true });
  const key = JSON.stringify(variables);
  const [state, setState] = useState<State<List>>(() => ({ key, pages: kept(text, variables, listOf) }));
  const asking = useRef<string>();
  const isCurrent = state.key === key;
  const read = useCallback(
    async (pages: readonly List[]) => {
      const after = pages.at(-1)?.pageInfo.endCursor;
      const question = `${key} ${after}`;
      if (asking.current === question) return;
      asking.current = question;
      const { data, error } = await client.query<Data>(text, { ...JSON.parse(key), after }).toPromise();
      if (asking.current !== question) return;
      asking.current = undefined;
      const list = data && listOf(data);
      setState({ key, pages: list ? [...pages, list] : pages, fault: error && faultOf(error) });
    },
    [key, text, listOf],
  );
  useEffect(() => {
    if (isPaused || (isCurrent && (state.pages.length > 0 || state.fault))) return;
    const pages = kept(text, JSON.parse(key), listOf);
    if (pages.length > 0) setState({ key, pages });
    else void read([]);
  }, [isPaused, isCurrent, state, key, text, listOf, read]);
  const rows = useMemo(() => state.pages.flatMap(({ nodes }) => nodes), [state.pages]);
  const hasMore = state.pages.at(-1)?.pageInfo.hasNextPage ?? false;
  return {
    rows,
    first: state.pages[0],
    hasMore,
    isLoading:
      !isPaused && !state.fault && (!isCurrent || state.pages.length === 0 || asking.current !== undefined),
    isStale: !isCurrent,
    fault: isCurrent ? state.fault : undefined,
    more: () => {
      if (isCurrent && hasMore && !state.fault) void read(state.pages);
    },
    again: () => setState({ key: "", pages: [] }),
  };
}

/** The pages that the cache has, so that the way back leads to where one was. */
function kept<Data, List extends Page<unknown>>(
  text: string,
  variables: object,
  listOf: (data: Data) => List | null | undefined,
): List[] {
  const pages: List[] = [];
  for (;;) {
    const after = pages.at(-1)?.pageInfo.endCursor;
    const data = client.readQuery<Data>(text, { ...variables, after })?.data;
    const list = data && listOf(data);
    if (!list) return pages;
    pages.push(list);
    if (!list.pageInfo.hasNextPage) return pages;
  }
}
