import { type ReactNode, useState } from "react";

const SHOWN_MS = 1_500;

/** Copies a text, and says that it did. */
export function CopyButton({ text, children }: { text(): string | Promise<string>; children: ReactNode }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      const copied = await text();
      await navigator.clipboard.writeText(copied);
      setSaid("Copied");
    } catch (error) {
      console.warn(error);
      setSaid("It could not be copied");
    }
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
