import type { FormEvent } from "react";
import { Link, useSearchParams } from "react-router";
import { addressOf, kindOf, nameOf } from "../address/things";
import { SearchDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { PageHead } from "../parts/page-head";
import { Empty, FaultNotice, Loading } from "../parts/states";

const MOST = 100;

/** Everything that a text finds, slips in typing forgiven. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const text = search.get("q") ?? "";
  const { data, fault, again } = useAsk("Search", SearchDocument, { text, first: MOST }, { isPaused: !text });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSearch({ q: String(new FormData(event.currentTarget).get("q") ?? "") });
  };
  return (
    <>
      <PageHead title={text ? `“${text}”` : "Search"}>
        <form onSubmit={submit} className="search-form">
          <input
            key={text}
            name="q"
            type="search"
            defaultValue={text}
            aria-label="Search for"
            className="name-filter"
          />
          <button type="submit" className="tool">
            Search
          </button>
        </form>
      </PageHead>
      {fault && <FaultNotice fault={fault} again={again} isPart />}
      {!fault && text && !data && <Loading />}
      {data?.search.nodes.length === 0 && (
        <Empty>
          <p>Nothing is called like this, or nearly so.</p>
        </Empty>
      )}
      <ul className="results" aria-label="Found">
        {data?.search.nodes.map(({ node, matched, matchedOn, closeness }) => (
          <li key={node.id}>
            <span>
              <Link to={addressOf(node)}>{nameOf(node)}</Link>
              {matched !== nameOf(node) && (
                <span className="note">
                  {" "}
                  {matchedOn === "ALIAS" ? "also written" : "found as"} <q>{matched}</q>
                </span>
              )}
              {closeness < 1 && <span className="note"> similar</span>}
            </span>
            <span className="kind">{kindOf(node)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
