/** What the page adds to the style of GraphiQL. */
export const STYLE = `html, body, #playground { height: 100%; margin: 0; }
body { overflow: hidden; }
.notice { margin: 0; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif; }
.brand { font-weight: 600; letter-spacing: 0.01em; white-space: nowrap; }
`;
