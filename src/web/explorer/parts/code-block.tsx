/** Text of a program, which scrolls within itself and can be reached by keys. */
export function CodeBlock({ name, children }: { name: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="code-block" tabIndex={0} aria-label={name}>
      <pre>{children}</pre>
    </section>
  );
}
