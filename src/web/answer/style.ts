/** How the page of an answer looks: for reading and for print, by day and by night. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1a1c20; --paper: #fff; --soft: #5a6068; --line: #c9ced6; --shade: #f3f5f8; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --paper: #16181c; --soft: #a5acb8; --line: #3c424c; --shade: #1f2329; --link: #8cc0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
header a { color: var(--soft); }
footer { padding-bottom: 3rem; color: var(--soft); }
h1 { margin: .5rem 0 .25rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; }
h3 { margin: 1.4rem 0 .4rem; font-size: 1rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { margin: 0; padding: .8rem 1rem; overflow: auto; max-height: 32rem; background: var(--shade); border: 1px solid var(--line); border-radius: .4rem; font: .85rem/1.5 ui-monospace, monospace; }
.scroll { overflow: auto; max-height: 40rem; border: 1px solid var(--line); border-radius: .4rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { padding: .5rem .75rem; text-align: left; color: var(--soft); }
th, td { padding: .35rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead th { background: var(--shade); white-space: nowrap; }
.links { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: .5rem 0; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@media print { .links, header { display: none; } .scroll, pre { overflow: visible; max-height: none; } }
`;
