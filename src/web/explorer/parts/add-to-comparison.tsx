import { type FormEvent, useId, useState } from "react";
import { useSearchParams } from "react-router";
import { nameOf } from "../address/things";
import { SearchDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { useLate } from "./use-late";

const MOST = 10;
const WAIT_MS = 150;

/** Adds a submission by its name to what is compared; the browser suggests the names. */
export function AddToComparison() {
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState("");
  const id = useId();
  const asked = useLate(text.trim(), WAIT_MS);
  const { data } = useAsk(
    "Search",
    SearchDocument,
    { text: asked, first: MOST, kinds: ["SUBMISSION"] },
    { isPaused: asked.length < 2, isHidden: true },
  );
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    const after = new URLSearchParams(search);
    after.append("ref", text.trim());
    setText("");
    setSearch(after);
  };
  return (
    <form className="search-form" onSubmit={add}>
      <input
        className="name-filter"
        type="text"
        list={id}
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label="Add a submission"
        placeholder="Add a submission by its name"
      />
      <datalist id={id}>
        {data?.search.nodes.map(({ node }) => (
          <option key={node.id} value={nameOf(node)} />
        ))}
      </datalist>
      <button type="submit" className="tool">
        Add
      </button>
    </form>
  );
}
