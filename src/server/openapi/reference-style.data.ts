/** Look of the reference: a page to read, with the table of contents beside it where there is room. */
export const REFERENCE_STYLE = `
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1d2328; --quiet: #59636d; --line: #dcdfdd; --accent: #0b5f70; --code: #f1f3f0; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191c; --ink: #e4e6e4; --quiet: #9aa4ac; --line: #31383d; --accent: #6cc3d5; --code: #1f2428; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Noto Sans', system-ui, sans-serif; font-variant-numeric: tabular-nums; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 76rem; margin: 0 auto; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 2rem 1rem; border-right: 1px solid var(--line); font-size: 0.9rem; }
nav h2 { font-size: 0.8rem; margin: 1.2rem 0 0.3rem; color: var(--quiet); letter-spacing: 0.04em; text-transform: uppercase; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { color: inherit; text-decoration: none; display: block; padding: 0.1rem 0; }
nav a:hover { color: var(--accent); }
main { padding: 2rem 2.5rem 6rem; min-width: 0; }
main > *, section > * { max-width: 46rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.5rem; margin: 3rem 0 0.5rem; }
h3 { font-size: 1.15rem; margin: 2.5rem 0 0.3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h4 { font-size: 0.9rem; margin: 1.1rem 0 0.3rem; color: var(--quiet); }
h3 a.self { color: inherit; text-decoration: none; }
p { margin: 0.4rem 0; }
code, pre { font: 0.875em/1.5 ui-monospace, 'SFMono-Regular', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; }
code { background: var(--code); border-radius: 3px; padding: 0.05em 0.3em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 6px; padding: 0.8rem 1rem; overflow: auto; margin: 0.3rem 0; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.path { font-size: 1rem; }
.method { display: inline-block; min-width: 4.2em; font-weight: 700; color: var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
td, th { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); }
td:first-child code { white-space: nowrap; }
th { color: var(--quiet); font-weight: 600; font-size: 0.85rem; }
.quiet { color: var(--quiet); }
@media (max-width: 55rem) { .page { display: block; } nav { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); } main { padding: 1.5rem 1rem 4rem; } table { display: block; overflow-x: auto; } }
@media print { nav { display: none; } .page { display: block; } }
`;
