import { Link } from "react-router";
import { pageOf } from "../address/things";
import type { MethodFragment } from "../api/operations";
import { Claims, claimsOf } from "./claims";
import { Organisations } from "./organisations";

interface ListedSubmission extends MethodFragment {
  slug: string;
  label: string;
  submittedOn: string | null;
}

/** The cell by which a submission is chosen, to be compared with others. */
export function ChoiceCell({
  submission,
  chosen,
}: {
  submission: Pick<ListedSubmission, "slug" | "label">;
  chosen: { slugs: readonly string[]; toggle: (slug: string) => void };
}) {
  return (
    <td className="c-choose">
      <input
        type="checkbox"
        checked={chosen.slugs.includes(submission.slug)}
        onChange={() => chosen.toggle(submission.slug)}
        aria-label={`Compare ${submission.label}`}
      />
    </td>
  );
}

/** The headings of `SubmissionCells`. */
export function SubmissionHeadings() {
  return (
    <>
      <th scope="col" className="c-name">
        Submission
      </th>
      <th scope="col" className="c-date">
        Date
      </th>
      {["Loss", "Backbone", "Training data"].map((kind) => (
        <th key={kind} scope="col" className="c-claims">
          {kind}
        </th>
      ))}
    </>
  );
}

/** What every list tells of a submission: its name and makers, its day, and what it is said to use. */
export function SubmissionCells({ submission }: { submission: ListedSubmission }) {
  const { losses, backbones, datasets } = claimsOf(submission);
  return (
    <>
      <th scope="row" className="c-name">
        <Link to={pageOf("/submissions", submission.slug)}>{submission.label}</Link>
        <Organisations organisations={submission.organisations} label={submission.label} />
      </th>
      <td className="c-date" data-label="Date">
        {submission.submittedOn ?? <span className="unknown">unknown</span>}
      </td>
      <td className="c-claims" data-label="Loss">
        <Claims claims={losses} address="/losses" />
      </td>
      <td className="c-claims" data-label="Backbone">
        <Claims claims={backbones} address="/backbones" />
      </td>
      <td className="c-claims" data-label="Training data">
        <Claims claims={datasets} address="/datasets" />
      </td>
    </>
  );
}
