import type { ReactNode } from "react";
import { Link } from "react-router";
import { meaningOf } from "../address/basis";
import { pageOf } from "../address/things";
import type { Basis, PlaceFragment } from "../api/operations";
import type { SubmissionWhole } from "../pages/submission";
import { BasisMark } from "./claims";
import { LineOf } from "./source-line";

interface Line {
  basis: Basis | null;
  term: string | null;
  modified?: boolean;
  source: PlaceFragment | null;
  inheritedFrom: { slug: string; label: string } | null;
  thing: ReactNode;
  size?: string | null;
}

/** All claims of a submission: of what, how surely, in which words, and in which line. */
export function ClaimTable({ submission }: { submission: SubmissionWhole }) {
  const { lossFunctions, backbones, trainingDatasets, testSetCleaning } = submission;
  const link = (address: string, thing: { slug: string; name: string } | null) =>
    thing && <Link to={pageOf(address, thing.slug)}>{thing.name}</Link>;
  const isCleaningKnown = testSetCleaning.kind !== "UNKNOWN";
  return (
    <table className="plain claims-table">
      <tbody>
        <Group
          name="Loss function"
          lines={lossFunctions.map((claim) => ({ ...claim, thing: link("/losses", claim.lossFunction) }))}
        />
        <Group
          name="Backbone"
          lines={backbones.map((claim) => ({ ...claim, thing: link("/backbones", claim.backbone) }))}
        />
        <Group
          name="Training data"
          lines={trainingDatasets.map((claim) => ({
            ...claim,
            thing: link("/datasets", claim.trainingDataset),
            size: sizeOf(claim),
          }))}
        />
        <Group
          name="Test set cleaning"
          lines={isCleaningKnown ? [{ ...testSetCleaning, thing: CLEANING[testSetCleaning.kind] }] : []}
        />
      </tbody>
    </table>
  );
}

const CLEANING = {
  NONE: "not cleaned",
  OWN: "cleaned in the submitter’s own way",
  PUBLISHED_LIST: "cleaned with a published list",
  UNKNOWN: "unknown",
};

function sizeOf({
  sizeTerm,
  identities,
  images,
}: SubmissionWhole["trainingDatasets"][number]): string | null {
  if (sizeTerm) return sizeTerm;
  const counts = [identities !== null && `${identities} identities`, images !== null && `${images} images`];
  return counts.filter(Boolean).join(", ") || null;
}

function Group({ name, lines }: { name: string; lines: readonly Line[] }) {
  if (lines.length === 0) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3}>
          <span className="unknown">unknown: no source says it</span>
        </td>
      </tr>
    );
  }
  return lines.map(({ basis, term, modified, source, inheritedFrom, thing, size }, index) => (
    <tr key={`${term} ${source?.line}`}>
      {index === 0 && (
        <th scope="rowgroup" rowSpan={lines.length}>
          {name}
        </th>
      )}
      <td className="claims">
        <span className={basis ? meaningOf(basis).word : ""}>
          {basis && <BasisMark basis={basis} />}
          {thing ?? <span className="unknown">not named</span>}
          {modified && <span className="own"> own version</span>}
        </span>
        {size && <span className="note"> {size}</span>}
      </td>
      <td>
        {basis && <span className="note">{meaningOf(basis).word}</span>}
        {inheritedFrom && (
          <span className="note">
            {" "}
            from <Link to={pageOf("/submissions", inheritedFrom.slug)}>{inheritedFrom.label}</Link>
          </span>
        )}
        {term && (
          <>
            {" "}
            <q>{term}</q>
          </>
        )}
      </td>
      <td className="right">
        <LineOf source={source} />
      </td>
    </tr>
  ));
}
