import type { ReactNode } from "react";
import { useParams } from "react-router";
import { SubmissionDocument, type SubmissionQuery } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { Legend } from "../parts/claims";
import { Organisations } from "../parts/organisations";
import { PageHead } from "../parts/page-head";
import { SourceLine } from "../parts/source-line";
import { FaultNotice, Loading } from "../parts/states";
import { ClaimTable } from "../parts/submission-claims";
import { Relations } from "../parts/submission-relations";
import { ScoreTable } from "../parts/submission-scores";
import { ToCite } from "../parts/to-cite";

export type SubmissionWhole = NonNullable<SubmissionQuery["submission"]>;

/** A submission: all its scores, all that sources say of it and how surely, and where that stands. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Submission", SubmissionDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  if (!data?.submission) return <Loading lines={14} />;
  return <SubmissionPage submission={data.submission} />;
}

function SubmissionPage({ submission }: { submission: SubmissionWhole }) {
  const { label, name, benchmark, organisations, summary, aliases, source, descriptionSource } = submission;
  return (
    <>
      <PageHead kicker={`Submission to ${benchmark.name}`} title={label}>
        <p>
          by <Organisations organisations={organisations} label={label} />
        </p>
        {name === null && <p className="note">The source lost its name; this says which one it is.</p>}
        {summary ? (
          <p className="lead">{summary}</p>
        ) : (
          <p className="lead unknown">
            {submission.described
              ? "The source describes the method; nobody has summed it up yet."
              : "No source describes the method under this name: what it uses is unknown, which is not nothing."}
          </p>
        )}
      </PageHead>
      <dl className="facts">
        <Fact name="Submitted">{submission.submittedOn}</Fact>
        <Fact name="Training set size class">{submission.trainingScale?.toLowerCase()}</Fact>
        <Fact name="Combined networks">{submission.ensembleSize}</Fact>
        <Fact name="Scores reported by">{submission.reportedBy?.toLowerCase()}</Fact>
        <Fact name="Listed in">
          <SourceLine source={source} />
        </Fact>
        <Fact name="Described in">{descriptionSource && <SourceLine source={descriptionSource} />}</Fact>
        {aliases.length > 0 && <Fact name="Also written">{aliases.join(", ")}</Fact>}
      </dl>
      <div className="two">
        <section aria-labelledby="scores">
          <h2 id="scores">Scores</h2>
          <ScoreTable submission={submission} />
        </section>
        <section aria-labelledby="claims">
          <h2 id="claims">What sources say of the method</h2>
          <ClaimTable submission={submission} />
          <Legend />
        </section>
      </div>
      <Relations submission={submission} />
      <ToCite text={submission.citeAs.text} />
    </>
  );
}

/** A fact with its name; one that no source says is shown as unknown. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className="unknown">unknown</span>}</dd>
    </div>
  );
}
