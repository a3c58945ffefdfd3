import { useEffect, useRef } from "react";
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { Search } from "./search";
import { ThemeSwitch } from "./theme-switch";

const PLACES = [
  ["/leaderboards", "Leaderboards"],
  ["/submissions", "Submissions"],
  ["/organisations", "Organisations"],
  ["/losses", "Losses"],
  ["/backbones", "Backbones"],
  ["/datasets", "Datasets"],
  ["/papers", "Papers"],
] as const;

/** What stands around every page. */
export function Shell() {
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === "loading";
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  // Readers of the screen begin anew with each page, as with pages that a browser loads.
  useEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link to="/" className="brand">
          Scoregraph
        </Link>
        <nav aria-label="Pages">
          {PLACES.map(([address, name]) => (
            <NavLink key={address} to={address}>
              {name}
            </NavLink>
          ))}
        </nav>
        <Search />
        <ThemeSwitch />
      </header>
      <div className="progress" data-on={isLoading || undefined} />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="bottom">
        <p>
          Unknown is not no. Cited is not used. A rank stands beside its rule.{" "}
          <Link to="/sources">What the sources do not say</Link>
        </p>
        <p>
          Made with the public <a href="/playground">GraphQL endpoint</a> and nothing else.
        </p>
      </footer>
      <ScrollRestoration />
    </>
  );
}
