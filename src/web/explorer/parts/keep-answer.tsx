import { useState } from "react";
import type { AskedQuery } from "../api/asked";
import { client } from "../api/client";
import { type Fault, faultOf } from "../api/fault";
import { KeepingDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { CopyButton } from "./copy-button";

/** Not among the typed operations, which only ask. */
const KEEP = `mutation KeepAnswer($query: String!, $variables: JSONObject) {
  keepAnswer(query: $query, variables: $variables) {
    id
    address
    dataVersion
    citeAs {
      text
    }
  }
}`;

interface Kept {
  id: string;
  address: string;
  dataVersion: string;
  citeAs: { text: string };
}

/** Keeps a query with its answer so that both can be cited, where the service does that. */
export function KeepAnswer({ query }: { query: AskedQuery }) {
  const { data } = useAsk("Keeping", KeepingDocument, {}, { isHidden: true });
  const [kept, setKept] = useState<Kept>();
  const [fault, setFault] = useState<Fault>();
  if (!data?.meta.keepsAnswers) return null;
  const keep = async () => {
    const { text, variables } = query;
    const answer = await client.mutation<{ keepAnswer: Kept }>(KEEP, { query: text, variables }).toPromise();
    setKept(answer.data?.keepAnswer);
    setFault(answer.error && faultOf(answer.error));
  };
  if (kept) {
    return (
      <div className="kept" role="status">
        <p>
          Kept for good as <a href={kept.address}>{kept.address}</a>, of data version {kept.dataVersion}.
        </p>
        <CopyButton text={() => kept.citeAs.text}>Copy its BibTeX entry</CopyButton>
      </div>
    );
  }
  return (
    <>
      <button type="button" className="tool" onClick={keep}>
        Keep as a citable answer
      </button>
      {fault && (
        <p role="alert">
          {fault.message} <span className="note">{fault.code}</span>
        </p>
      )}
    </>
  );
}
