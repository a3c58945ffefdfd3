import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";

const loadSearchBox = () => import("./search-box");
const SearchBox = lazy(loadSearchBox);

/** Search in the head of every page, to which "/" leads. What suggests while one types is loaded when it is wanted. */
export function Search() {
  const [isWanted, setWanted] = useState(false);
  const field = useRef<HTMLElement>(null);
  const text = useRef("");
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isTyping =
        target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select");
      if (key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.querySelector("input")?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  const want = () => void loadSearchBox().then(() => setWanted(true));
  return (
    <search className="search" ref={field}>
      {isWanted ? (
        <Suspense>
          <SearchBox begun={text.current} />
        </Suspense>
      ) : (
        <PlainSearch
          want={want}
          note={(typed) => {
            text.current = typed;
          }}
        />
      )}
    </search>
  );
}

/** A plain field, for as long as the one that suggests is not there. */
function PlainSearch({ want, note }: { want(): void; note(typed: string): void }) {
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    if (text) navigate(`/search?q=${encodeURIComponent(String(text))}`);
  };
  return (
    <form onSubmit={search}>
      <input
        type="search"
        name="q"
        aria-label="Search"
        placeholder="Search  /"
        autoComplete="off"
        onFocus={want}
        onChange={({ target }) => note(target.value)}
      />
    </form>
  );
}
