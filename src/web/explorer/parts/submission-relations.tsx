import { Link } from "react-router";
import { pageOf } from "../address/things";
import type { VariantLineFragment } from "../api/operations";
import type { SubmissionWhole } from "../pages/submission";
import { PaperLines } from "./paper-lines";
import { LineOf } from "./source-line";

/** What a submission differs from, which differ from it, which papers it cites, and what may be its description. */
export function Relations({ submission }: { submission: SubmissionWhole }) {
  const { variantOf, variants, citedPapers, likelyDescriptions } = submission;
  return (
    <>
      <Variants title="Variant of" variants={variantOf} />
      <Variants title="Variants of it" variants={variants} />
      <section aria-labelledby="papers">
        <h2 id="papers">Papers it cites</h2>
        {citedPapers.length === 0 ? (
          <p className="unknown">None that a source names.</p>
        ) : (
          <>
            <PaperLines
              papers={citedPapers.map(({ paper, source }) => ({
                ...paper,
                note: <LineOf source={source} />,
              }))}
            />
            <p className="note">Cited is not used.</p>
          </>
        )}
      </section>
      {likelyDescriptions.length > 0 && (
        <section aria-labelledby="likely">
          <h2 id="likely">Descriptions that may be its own</h2>
          <ul className="lines">
            {likelyDescriptions.map(({ submission: other, reason }) => (
              <li key={other.id}>
                <Link to={pageOf("/submissions", other.slug)}>{other.label}</Link>: {reason}
              </li>
            ))}
          </ul>
          <p className="note">Suggestions: nothing follows from them.</p>
        </section>
      )}
    </>
  );
}

function Variants({ title, variants }: { title: string; variants: readonly VariantLineFragment[] }) {
  if (variants.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="lines">
        {variants.map(({ submission, differences, onlyDifference, term, source }) => (
          <li key={submission.id}>
            <Link to={pageOf("/submissions", submission.slug)}>{submission.label}</Link>:{" "}
            {differences.length > 0 ? (
              differences.join("; ")
            ) : (
              <span className="unknown">in what is unknown</span>
            )}
            <span className="note">
              {" "}
              {onlyDifference
                ? "the only difference, so it inherits the rest"
                : "not called the only difference"}
              {term && (
                <>
                  , written <q>{term}</q>
                </>
              )}{" "}
              <LineOf source={source} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
