import { type ReactNode, useState } from "react";

const SHOWN_MS = 1_500;

/** Copies a text, and says that it did. */
export function CopyButton({ text, children }: { text(): string; children: ReactNode }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? "Copied" : "The browser does not allow copying");
    setTimeout(() => setSaid(""), SHOWN_MS);
  };
  return (
    <button type="button" className="tool" onClick={copy}>
      {said || children}
      <span className="unseen" role="status">
        {said}
      </span>
    </button>
  );
}
