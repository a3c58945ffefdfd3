import { Link, useRouteError } from "react-router";
import { useTitle } from "../parts/use-title";

/** Shown where no page is. */
export function NoSuchPage() {
  useTitle("No such page");
  return (
    <div className="state">
      <h1>There is no such page.</h1>
      <p>
        Begin at the <Link to="/">leaderboards</Link>, or search with <kbd>/</kbd>.
      </p>
    </div>
  );
}

/** Shown when a page fails: most often its script could not be loaded. */
export function Crashed() {
  const error = useRouteError();
  useTitle("Something failed");
  console.error(error);
  return (
    <main className="state" role="alert">
      <h1>This page could not be shown.</h1>
      <p>The service may be away, or the page may have been renewed since you opened it.</p>
      <p>
        <button type="button" onClick={() => location.reload()}>
          Load it again
        </button>
      </p>
    </main>
  );
}
