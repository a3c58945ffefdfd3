import type { ReactNode } from "react";
import { Link } from "react-router";
import { BASES, meaningOf } from "../address/basis";
import { pageOf } from "../address/things";
import type { Basis, MethodFragment } from "../api/operations";

/** The mark of a basis, with its word for those who do not see marks. */
export function BasisMark({ basis }: { basis: Basis }) {
  const { mark, word, meaning } = meaningOf(basis);
  return (
    <span className={`mark ${word}`} title={`${word}: ${meaning}`}>
      <span aria-hidden="true">{mark}</span>
      <span className="unseen">{word}: </span>
    </span>
  );
}

/** One thing that a source ties to a submission. */
export interface ClaimLine {
  basis: Basis;
  modified: boolean;
  term: string | null;
  thing: { slug: string; name: string } | null;
  note?: ReactNode;
}

/** What is claimed of one kind, each with its mark; "unknown" where nothing is, which is not "none". */
export function Claims({ claims, address }: { claims: readonly ClaimLine[]; address: string }) {
  if (claims.length === 0) return <span className="unknown">unknown</span>;
  return (
    <ul className="claims">
      {claims.map(({ basis, modified, term, thing, note }) => (
        <li key={`${thing?.slug}${term}`} className={meaningOf(basis).word}>
          <BasisMark basis={basis} />
          {thing ? <Link to={pageOf(address, thing.slug)}>{thing.name}</Link> : <q>{term ?? "not named"}</q>}
          {modified && (
            <span className="own" title="an own version of it">
              {" "}
              own
            </span>
          )}
          {note && <span className="note"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The claims of a submission on its losses, backbones and training data. */
export function claimsOf(submission: MethodFragment) {
  const { lossFunctions, backbones, trainingDatasets } = submission;
  return {
    losses: lossFunctions.map(({ lossFunction, ...claim }): ClaimLine => ({ ...claim, thing: lossFunction })),
    backbones: backbones.map(({ backbone, ...claim }): ClaimLine => ({ ...claim, thing: backbone })),
    datasets: trainingDatasets.map(
      ({ trainingDataset, sizeTerm, ...claim }): ClaimLine => ({
        ...claim,
        thing: trainingDataset,
        ...(sizeTerm && { note: sizeTerm }),
      }),
    ),
  };
}

/** What the marks mean. */
export function Legend() {
  return (
    <dl className="legend" aria-label="Marks">
      {BASES.map(({ basis, word, meaning }) => (
        <div key={basis} title={meaning}>
          <dt>
            <BasisMark basis={basis} />
          </dt>
          <dd>{word}</dd>
        </div>
      ))}
      <div>
        <dt className="unknown">unknown</dt>
        <dd>no source says it, which is not no</dd>
      </div>
    </dl>
  );
}
