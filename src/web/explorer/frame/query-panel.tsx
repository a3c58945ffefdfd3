import { Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useAskedQueries } from "../api/asked";
import { CodeBlock } from "../parts/code-block";
import { CopyButton } from "../parts/copy-button";
import { KeepAnswer } from "../parts/keep-answer";
import type { ExportLink } from "../parts/page-head";
import { CODES, playgroundAddress } from "./as-code";
import "../style/panel.css";

/** The queries that made what is shown, and how to take them along. */
export default function QueryPanel({ files, close }: { files: readonly ExportLink[]; close(): void }) {
  const queries = useAskedQueries();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
      <Modal className="drawer">
        <Dialog>
          <div className="drawer-head">
            <Heading slot="title">The query behind it</Heading>
            <button type="button" className="quiet" onClick={close} aria-label="Close">
              ✕
            </button>
          </div>
          <p>
            {queries.length === 1
              ? "This page was made with one query"
              : `This page was made with ${queries.length} queries`}{" "}
            to the public endpoint. Take it along as it stands.
          </p>
          <Tabs>
            <TabList aria-label="Queries" className="tabs">
              {queries.map(({ title }, index) => (
                <Tab key={index} id={`${index}`}>
                  {title}
                </Tab>
              ))}
            </TabList>
            {queries.map((query, index) => (
              <TabPanel key={index} id={`${index}`}>
                <div className="actions">
                  <a className="tool strong" href={playgroundAddress(query)}>
                    Open in the playground
                  </a>
                  {CODES.map(({ name, write }) => (
                    <CopyButton key={name} text={() => write(query, location.origin)}>
                      Copy as {name}
                    </CopyButton>
                  ))}
                  <KeepAnswer query={query} />
                </div>
                <CodeBlock name="GraphQL">{query.text}</CodeBlock>
                <h3>Variables</h3>
                <CodeBlock name="Variables">{JSON.stringify(query.variables, null, 2)}</CodeBlock>
              </TabPanel>
            ))}
          </Tabs>
          {files.length > 0 && (
            <>
              <h3>As a file</h3>
              <ul className="files">
                {files.map(({ name, address, what }) => (
                  <li key={name}>
                    <a href={address} download>
                      {name}
                    </a>{" "}
                    {what}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
