import type { FormEvent } from "react";
import { useNavigate } from "react-router";

/** Search as a plain field, until the one that suggests is there. */
export function PlainSearch() {
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("q");
    if (text) navigate(`/search?q=${encodeURIComponent(String(text))}`);
  };
  return (
    <search className="search">
      <form onSubmit={search}>
        <input type="search" name="q" aria-label="Search" placeholder="Search" autoComplete="off" />
      </form>
    </search>
  );
}
