import { Fragment } from "react";
import { Link } from "react-router";
import { pageOf } from "../address/things";

interface OrganisationsProps {
  organisations: readonly { id: string; slug: string; name: string }[];
  /** Name of the submission. */
  label: string;
}

/** Who made it, as links. */
export function Organisations({ organisations, label }: OrganisationsProps) {
  if (organisations.length === 0) {
    return (
      <span className="by unknown" title={`No source says who made ${label}`}>
        unknown
      </span>
    );
  }
  return (
    <span className="by">
      {organisations.map(({ id, slug, name }, index) => (
        <Fragment key={id}>
          {index > 0 && ", "}
          <Link to={pageOf("/organisations", slug)}>{name}</Link>
        </Fragment>
      ))}
    </span>
  );
}
