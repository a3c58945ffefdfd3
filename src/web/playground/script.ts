import { DEFAULT_QUERY } from "./default-query";

/**
 * Starts GraphiQL in the page. `?query=`, `?variables=` and `?operationName=` in the URL of the page fill the
 * editor, so that a question can be passed on as a link.
 */
export const SCRIPT = `"use strict";
const e = React.createElement;
const link = new URLSearchParams(window.location.search);
const given = (name) => link.get(name) ?? undefined;

ReactDOM.createRoot(document.getElementById("playground")).render(
  e(
    GraphiQL,
    {
      fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
      defaultQuery: ${asScript(DEFAULT_QUERY)},
      query: given("query"),
      variables: given("variables"),
      operationName: given("operationName"),
      defaultEditorToolsVisibility: link.has("variables") && "variables",
      shouldPersistHeaders: false,
    },
    e(GraphiQL.Logo, null, e("span", { className: "brand" }, "Scoregraph")),
  ),
);
`;

/** Text as a literal of JavaScript. */
function asScript(text: string): string {
  return JSON.stringify(text);
}
