import { type FormEvent, useId } from "react";
import { useSearchParams } from "react-router";
import { withValue } from "../address/filters";

/** From one number to another one, both included. */
export function RangeFilter({ title, from, to }: { title: string; from: string; to: string }) {
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const value = (name: string) => String(given.get(name) ?? "").trim();
    setSearch(withValue(withValue(search, from, value(from)), to, value(to)));
  };
  const field = (name: string, words: string) => (
    <input
      key={`${name} ${search.get(name)}`}
      name={name}
      type="number"
      step="any"
      defaultValue={search.get(name) ?? ""}
      placeholder={words}
      aria-label={`${title}, ${words}`}
    />
  );
  return (
    <form className="facet range" onSubmit={apply} aria-labelledby={id}>
      <span id={id} className="facet-title">
        {title}
      </span>
      <div>
        {field(from, "from")} {field(to, "to")}
        <button type="submit" className="tool">
          Filter
        </button>
      </div>
    </form>
  );
}
