import { type ReactNode, useEffect, useState } from "react";
import { Link, useLocation } from "react-router";
import type { Fault } from "../api/fault";

/** Shown while an answer is on its way: quiet bars where lines will be. */
export function Loading({ lines = 8 }: { lines?: number }) {
  return (
    <div className="loading" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="bone" />
      ))}
    </div>
  );
}

/** Shown where a question has no answers. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="state empty">{children}</div>;
}

interface FaultNoticeProps {
  fault: Fault;
  again(): void;
  /** True where the rest of the page is there. */
  isPart?: boolean;
}

/** Tells what went wrong, and what can be done. */
export function FaultNotice({ fault, again, isPart = false }: FaultNoticeProps) {
  const Title = isPart ? "h2" : "h1";
  const { code, message, suggestions, retryAfterSeconds, id } = fault;
  return (
    <div className="state fault" role="alert">
      <Title className="fault-title">{titleOf(code)}</Title>
      <p>{suggestions.length > 0 ? message.split(" Did you mean")[0] : message}</p>
      {suggestions.length > 0 && <Suggestions names={suggestions} />}
      {id && (
        <p>
          The service logged it under <code>{id}</code>.
        </p>
      )}
      {code === "RATE_LIMITED" && <Countdown seconds={retryAfterSeconds ?? 60} then={again} />}
      {!["NOT_FOUND", "AMBIGUOUS", "RATE_LIMITED"].includes(code) && (
        <p>
          <button type="button" onClick={again}>
            Ask again
          </button>
        </p>
      )}
      <p className="code">{code}</p>
    </div>
  );
}

/** The names that were meant perhaps, as pages of the same kind. */
function Suggestions({ names }: { names: readonly string[] }) {
  const kind = useLocation().pathname.split("/")[1];
  return (
    <p>
      Did you mean{" "}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <Link to={`/${kind}/${encodeURIComponent(name)}`}>{name}</Link>
        </span>
      ))}
      ?
    </p>
  );
}

function Countdown({ seconds, then }: { seconds: number; then(): void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) return then();
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return <p>Asking again in {left} s.</p>;
}

function titleOf(code: string): string {
  switch (code) {
    case "OFFLINE":
    case "SERVICE_UNAVAILABLE":
      return "The service cannot be reached.";
    case "NOT_FOUND":
      return "Nothing is known by this name.";
    case "AMBIGUOUS":
      return "Several things go by this name.";
    case "RATE_LIMITED":
      return "Too many questions for a minute.";
    case "DIRECTION_UNKNOWN":
      return "Nobody says which values are better.";
    case "DEADLINE_EXCEEDED":
    case "QUERY_TOO_EXPENSIVE":
      return "This was too much to ask at once.";
    default:
      return "The question could not be answered.";
  }
}
