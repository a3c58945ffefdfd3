import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";
import { CopyButton } from "./copy-button";

/** How to cite something: its BibTeX entry, and before it the same as a reference where there is one. */
export function ToCite({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <section aria-label="To cite it">
      <h2>To cite it</h2>
      {children}
      <CodeBlock name="BibTeX">{text}</CodeBlock>
      <CopyButton text={() => text}>Copy the BibTeX entry</CopyButton>
    </section>
  );
}
