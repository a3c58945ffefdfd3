import { useParams } from "react-router";
import { PaperDocument, type PaperQuery } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { PageHead } from "../parts/page-head";
import { FaultNotice, Loading } from "../parts/states";
import { SubmissionListing } from "../parts/submission-listing";
import { NameLine } from "../parts/thing-page";
import { ToCite } from "../parts/to-cite";

type Paper = NonNullable<PaperQuery["paper"]>;

/** A paper: how to cite it, what it introduced, and which submissions cite it. */
export function Component() {
  const { ref = "" } = useParams();
  const { data, fault, again } = useAsk("Paper", PaperDocument, { ref });
  if (fault) return <FaultNotice fault={fault} again={again} />;
  return data?.paper ? <PaperPage paper={data.paper} /> : <Loading />;
}

function PaperPage({ paper }: { paper: Paper }) {
  const { slug, title, authors, year, venue, doi, arxivId, url, citeAs } = paper;
  const where = { citedPaper: { is: [slug] } };
  const introduced = [
    { title: "Losses it introduced", address: "/losses", names: paper.introducedLossFunctions.nodes },
    { title: "Backbones it introduced", address: "/backbones", names: paper.introducedBackbones.nodes },
    { title: "Datasets it introduced", address: "/datasets", names: paper.introducedTrainingDatasets.nodes },
  ].filter(({ names }) => names.length > 0);
  return (
    <>
      <PageHead kicker="Paper" title={title}>
        <p>{authors.length > 0 ? authors.join(", ") : <span className="unknown">authors unknown</span>}</p>
        <p className="note">
          {venue ?? <span className="unknown">venue unknown</span>} ·{" "}
          {year ?? <span className="unknown">year unknown</span>}
          {doi && <> · DOI {doi}</>}
          {arxivId && <> · arXiv {arxivId}</>}
          {url && (
            <>
              {" "}
              ·{" "}
              <a href={url} rel="noreferrer">
                the paper
              </a>
            </>
          )}
        </p>
      </PageHead>
      <ToCite text={citeAs.text}>
        <p>{citeAs.references[0]?.text}</p>
      </ToCite>
      <div className="three">
        {introduced.map((each) => (
          <NameLine key={each.title} {...each} />
        ))}
      </div>
      <section aria-label="Submissions that cite it">
        <h2>Submissions that cite it</h2>
        <p className="note">Cited is not used: what they use stands in the columns.</p>
        <SubmissionListing where={where} empty="No submission cites it, as far as sources say." />
      </section>
    </>
  );
}
