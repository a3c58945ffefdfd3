import { SourcesDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { CodeBlock } from "../parts/code-block";
import { PageHead } from "../parts/page-head";
import { FaultNotice, Loading } from "../parts/states";

/** The documents that the facts were read from, and what they leave open. */
export function Component() {
  const { data, fault, again } = useAsk("Sources", SourcesDocument, {});
  if (fault) return <FaultNotice fault={fault} again={again} />;
  if (!data) return <Loading />;
  const { sources, dataVersion, changedAt, citeAs } = data.meta;
  return (
    <>
      <PageHead title="Sources, and what they do not say">
        <p className="lead">Silence is data, too: what no source says cannot be answered by anybody.</p>
      </PageHead>
      {sources.map(({ id, slug, title, url, description, doesNotSay }) => (
        <section key={id} id={slug} aria-label={title}>
          <h2>{title}</h2>
          {url && (
            <p className="note">
              <a href={url} rel="noreferrer">
                {url}
              </a>
            </p>
          )}
          {description && <p className="lead">{description}</p>}
          {doesNotSay.length > 0 && (
            <dl className="gaps">
              {doesNotSay.map(({ topic, statement }) => (
                <div key={topic}>
                  <dt>{topic}</dt>
                  <dd>{statement}</dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
      <section aria-label="The data">
        <h2>To cite the data</h2>
        <p className="note">
          Version {dataVersion}, last changed {changedAt}
        </p>
        <CodeBlock name="BibTeX">{citeAs.text}</CodeBlock>
      </section>
    </>
  );
}
