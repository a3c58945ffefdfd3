import { useParams } from "react-router";
import { submissionFiles } from "../address/files";
import { OrganisationDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { PageHead } from "../parts/page-head";
import { FaultNotice, Loading } from "../parts/states";
import { SubmissionListing } from "../parts/submission-listing";
import { NameLine } from "../parts/thing-page";
import { KINDS } from "./organisations";

/** Who submitted what, and what they say to use. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Organisation", OrganisationDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  const organisation = data?.organisation;
  if (!organisation) return <Loading />;
  const { slug, name, nameKind, aliases, lossFunctions, backbones, trainingDatasets } = organisation;
  const where = { organisation: { is: [slug] } };
  return (
    <>
      <PageHead kicker="Organisation" title={name} files={submissionFiles(where)}>
        {KINDS[nameKind] && <p className="note">{KINDS[nameKind]}</p>}
        {aliases.length > 0 && <p className="note">Also written {aliases.join(", ")}</p>}
      </PageHead>
      <div className="three">
        <NameLine title="Losses it states" address="/losses" names={lossFunctions.nodes} />
        <NameLine title="Backbones it states" address="/backbones" names={backbones.nodes} />
        <NameLine title="Training data it states" address="/datasets" names={trainingDatasets.nodes} />
      </div>
      <section aria-label="Submissions">
        <h2>Submissions</h2>
        <SubmissionListing
          where={where}
          orderBy={{ field: "SUBMITTED_ON", direction: "DESC" }}
          empty="It submitted nothing that is known."
        />
      </section>
    </>
  );
}
