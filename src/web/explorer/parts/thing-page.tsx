import { useId } from "react";
import { Link, useSearchParams } from "react-router";
import { BASES } from "../address/basis";
import { submissionFiles } from "../address/files";
import { withValue } from "../address/filters";
import { pageOf } from "../address/things";
import type { Basis, PaperLineFragment, SubmissionWhere } from "../api/operations";
import { Choice } from "./choice";
import { PageHead } from "./page-head";
import { PaperLines } from "./paper-lines";
import { SubmissionListing } from "./submission-listing";

interface Named {
  id: string;
  slug: string;
  name: string;
}

/** What loss functions, backbones and datasets have in common. */
export interface UsedThing extends Named {
  aliases: readonly string[];
  description: string | null;
  introducedBy: PaperLineFragment | null;
  ancestors?: readonly Named[];
  children?: readonly (Named & { submissions: { totalCount: number } })[];
  organisations: { totalCount: number; nodes: readonly Named[] };
}

interface ThingPageProps {
  kind: string;
  address: string;
  thing: UsedThing;
  /** Which submissions use it, on these bases. */
  usedBy(bases: Basis[] | undefined): SubmissionWhere;
}

const USED: Basis[] = ["STATED", "INHERITED"];

/** The page of something that submissions use: where it stands, who uses it, and how surely. */
export function ThingPage({ kind, address, thing, usedBy }: ThingPageProps) {
  const [search, setSearch] = useSearchParams();
  const isAll = search.get("basis") === "all";
  const where = usedBy(isAll ? BASES.map(({ basis }) => basis) : USED);
  const { name, aliases, description, introducedBy, ancestors = [], children = [], organisations } = thing;
  return (
    <>
      <PageHead
        kicker={<Crumbs kind={kind} address={address} above={ancestors} />}
        title={name}
        files={submissionFiles(where)}
      >
        {description && <p className="lead">{description}</p>}
        {aliases.length > 0 && <p className="note">Also written {aliases.join(", ")}</p>}
      </PageHead>
      <div className="two">
        <section aria-label="Introduced by">
          <h2>Introduced by</h2>
          {introducedBy ? <PaperLines papers={[introducedBy]} /> : <p className="unknown">unknown</p>}
        </section>
        {children.length > 0 && (
          <section aria-label="Stands under it">
            <h2>Stands under it</h2>
            <ul className="lines">
              {children.map(({ id, slug, name: child, submissions }) => (
                <li key={id}>
                  <Link to={pageOf(address, slug)}>{child}</Link>{" "}
                  <span className="note">{submissions.totalCount} submissions</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {organisations.totalCount > 0 && (
        <NameLine title="Used by" address="/organisations" names={organisations.nodes} />
      )}
      <section aria-label="Submissions">
        <h2>Submissions</h2>
        <div className="controls">
          <Choice
            label="Counting claims that are"
            options={[
              { id: "used", name: "stated or inherited", note: "used" },
              { id: "all", name: "of any basis", note: "cited and vague too" },
            ]}
            value={isAll ? "all" : "used"}
            choose={(id) => setSearch(withValue(search, "basis", id === "all" ? "all" : undefined))}
          />
        </div>
        <SubmissionListing
          where={where}
          empty="No submission states it or inherits it. That is not to say that none uses it."
        />
      </section>
    </>
  );
}

function Crumbs({ kind, address, above }: { kind: string; address: string; above: readonly Named[] }) {
  return (
    <span className="crumbs">
      <Link to={address}>{kind}</Link>
      {[...above].reverse().map(({ id, slug, name }) => (
        <Link key={id} to={pageOf(address, slug)}>
          {name}
        </Link>
      ))}
    </span>
  );
}

/** Things on one line, with a title. */
export function NameLine({
  title,
  address,
  names,
}: {
  title: string;
  address: string;
  names: readonly Named[];
}) {
  const id = useId();
  return (
    <section className="name-line" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {names.length === 0 && <p className="unknown">unknown</p>}
      <p>
        {names.map(({ id: key, slug, name }, index) => (
          <span key={key}>
            {index > 0 && ", "}
            <Link to={pageOf(address, slug)}>{name}</Link>
          </span>
        ))}
      </p>
    </section>
  );
}
