import { useQuery } from "urql";
import { useNoteQuery } from "./asked";
import { type Fault, faultOf } from "./fault";
import type { TypedDocumentString } from "./operations";

/** What is known of an answer. */
export interface Answer<Data> {
  data: Data | undefined;
  fault: Fault | undefined;
  isLoading: boolean;
  again(): void;
}

/** Text of an operation, as people read it. */
export function textOf(document: TypedDocumentString<unknown, never>): string {
  return String(document)
    .replace(/^ +(?=(?:query|fragment) )/gm, "\n")
    .trim();
}

/** Asks a query, and notes it as one of those behind the view. */
export function useAsk<Data, Variables extends object>(
  title: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { isPaused = false, isHidden = false }: { isPaused?: boolean; isHidden?: boolean } = {},
): Answer<Data> {
  const text = textOf(document);
  useNoteQuery(title, text, variables, { isPaused: isPaused || isHidden });
  const [{ data, error, fetching, stale }, ask] = useQuery<Data>({
    query: text,
    variables: variables as Record<string, unknown>,
    pause: isPaused,
  });
  const again = () => ask({ requestPolicy: "network-only" });
  return { data, fault: error && faultOf(error), isLoading: fetching || stale, again };
}
