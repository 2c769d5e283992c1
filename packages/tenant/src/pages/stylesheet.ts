/** Served as `/u/styles.css`, so that the pages need no inline style. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --page: oklch(97.5% 0.004 262);
  --card: oklch(100% 0 0);
  --line: oklch(90% 0.008 262);
  --control: oklch(64% 0.012 262);
  --text: oklch(24% 0.02 262);
  --quiet: oklch(47% 0.02 262);
  --accent: oklch(45% 0.16 262);
  --accent-hover: oklch(39% 0.16 262);
  --on-accent: oklch(100% 0 0);
  --danger: oklch(48% 0.18 27);
  --danger-ground: oklch(97% 0.015 27);
  --shadow: 0 1px 2px oklch(24% 0.02 262 / 6%), 0 8px 24px oklch(24% 0.02 262 / 6%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: oklch(18% 0.012 262);
    --card: oklch(23% 0.014 262);
    --line: oklch(32% 0.016 262);
    --control: oklch(58% 0.02 262);
    --text: oklch(95% 0.006 262);
    --quiet: oklch(75% 0.014 262);
    --accent: oklch(78% 0.1 262);
    --accent-hover: oklch(84% 0.08 262);
    --on-accent: oklch(20% 0.04 262);
    --danger: oklch(80% 0.11 27);
    --danger-ground: oklch(28% 0.05 27);
    --shadow: none;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--page);
  color: var(--text);
  font: 400 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.banner {
  margin: 0;
  padding: 8px 16px;
  border-bottom: 1px solid var(--line);
  color: var(--quiet);
  font-size: 0.8125rem;
  text-align: center;
}
.banner span { display: inline-block; }
main {
  flex: 1;
  display: flex;
  justify-content: center;
  align-items: flex-start;
  padding: max(16px, min(12vh, 96px)) 16px 32px;
}
.card {
  width: 100%;
  max-width: 400px;
  padding: 32px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--card);
  box-shadow: var(--shadow);
}
.card.wide { max-width: 560px; }
@media (max-width: 480px) {
  main { padding-top: 24px; }
  .card { padding: 24px; }
}
h1 { margin: 0; font-size: 1.375rem; line-height: 1.25; font-weight: 600; text-wrap: balance; }
h2 { margin: 0 0 4px; font-size: 0.9375rem; font-weight: 600; }
p { margin: 0; overflow-wrap: anywhere; }
.lead { margin-top: 4px; color: var(--quiet); }
form { margin-top: 24px; }
label { display: block; margin-bottom: 8px; font-weight: 600; }
input {
  display: block;
  width: 100%;
  height: 44px;
  margin-bottom: 16px;
  padding: 0 12px;
  border: 1px solid var(--control);
  border-radius: 8px;
  background: var(--card);
  color: var(--text);
  font: inherit;
}
button {
  width: 100%;
  min-height: 44px;
  margin-top: 8px;
  border: 1px solid transparent;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
  transition: background-color 150ms ease-out;
}
button:hover, a.button:hover { background: var(--accent-hover); }
a.button {
  display: grid;
  place-content: center;
  min-height: 44px;
  margin-top: 24px;
  padding: 0 16px;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  text-align: center;
  text-decoration: none;
  white-space: normal;
}
a { color: var(--accent); font-weight: 600; white-space: nowrap; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 8px; }
.hint { margin: -8px 0 16px; color: var(--quiet); font-size: 0.8125rem; }
ul.hint { padding-left: 16px; }
.hint .unmet { color: var(--danger); font-weight: 600; list-style-type: "✗ "; }
[hidden] { display: none; }
.other { margin-top: 24px; color: var(--quiet); text-align: center; text-wrap: balance; }
.error {
  margin-top: 24px;
  padding: 12px;
  border: 1px solid var(--danger);
  border-radius: 8px;
  background: var(--danger-ground);
  color: var(--danger);
}
.error + form { margin-top: 16px; }
.description { margin-top: 8px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; margin: 24px 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.fix code { display: block; margin-top: 8px; }
code { overflow-wrap: anywhere; font: 0.875rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.fix { padding: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); }
@media (forced-colors: active) {
  button, a.button { background: ButtonText; color: ButtonFace; forced-color-adjust: none; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
