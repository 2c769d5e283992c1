/** Served as `/_tenant/inbox/styles.css`; builds on the tokens of `/u/styles.css`. */
export const inboxStylesheet = `
:root { --success: oklch(50% 0.13 150); }
@media (prefers-color-scheme: dark) { :root { --success: oklch(78% 0.14 150); } }
main:has(> .inbox) { padding-top: 32px; }
.inbox { width: 100%; max-width: 720px; }
.inbox [hidden] { display: none !important; }
.inbox form { margin: 0; }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.head { display: grid; grid-template-columns: 1fr auto; align-items: center; column-gap: 16px; }
.head h1 { min-height: 44px; align-content: center; }
.head .lead { grid-column: 1 / -1; }

.inbox button, .inbox .quiet {
  width: auto;
  min-width: 96px;
  margin: 0;
  padding: 0 16px;
  white-space: nowrap;
}
.inbox .quiet {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 44px;
  border: 1px solid var(--control);
  border-radius: 8px;
  background: transparent;
  color: var(--text);
  text-decoration: none;
  transition: background-color 150ms ease-out;
}
.inbox .quiet:hover { background: var(--page); }
.head .quiet:hover, .filter .quiet:hover { background: var(--card); }
html:not([data-live]) .copy { display: none !important; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }

.filter { display: flex; flex-wrap: wrap; gap: 16px; align-items: end; padding-top: 24px; }
.filter p { flex: 1 1 160px; }
.filter p:first-child { flex-grow: 2; }
.filter input { margin: 0; }
.filter select {
  display: block;
  width: 100%;
  height: 44px;
  padding: 0 8px;
  border: 1px solid var(--control);
  border-radius: 8px;
  background: var(--card);
  color: var(--text);
  font: inherit;
}

.state {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  column-gap: 16px;
  padding: 16px 0 8px;
  color: var(--quiet);
  font-size: 0.8125rem;
}
#connection[data-state="lost"], #connection[data-state="stale"] { color: var(--danger); }
#connection[data-state]::before {
  content: "";
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 8px;
  border-radius: 4px;
  background: var(--success);
}
#connection[data-state="lost"]::before, #connection[data-state="stale"]::before { background: var(--danger); }

.messages, .empty {
  margin: 0;
  padding: 0;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--card);
  box-shadow: var(--shadow);
  list-style: none;
  overflow: clip;
  overflow-anchor: none;
}
.empty { padding: 32px; text-align: center; text-wrap: balance; }
.empty p { color: var(--quiet); }
.message { padding: 16px 24px 20px; border-top: 1px solid var(--line); }
.message:first-child { border-top: 0; }
.message[data-fresh] { box-shadow: inset 3px 0 var(--accent); }
.message[data-fresh]:dir(rtl) { box-shadow: inset -3px 0 var(--accent); }
.facts { display: flex; justify-content: space-between; column-gap: 16px; }
.facts time { flex: none; }
.client { display: inline-block; overflow-wrap: anywhere; }
.to { display: flex; gap: 4px; }
.to span { flex: none; }
.facts, .to { color: var(--quiet); font-size: 0.8125rem; }
.subject { margin: 4px 0 0; overflow-wrap: anywhere; }
.value, .decision, .inbox .push { margin-top: 12px; }
.value { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
.code .source {
  font-size: 1.75rem;
  line-height: 1.25;
  font-weight: 600;
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.06em;
  user-select: all;
}
.link .source {
  flex: 1 1 240px;
  min-width: 0;
  overflow: hidden;
  color: var(--quiet);
  white-space: nowrap;
  text-overflow: ellipsis;
  user-select: all;
}
.decision { font-weight: 600; }

.dialog {
  max-width: min(400px, calc(100vw - 32px));
  padding: 24px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--card);
  color: var(--text);
  box-shadow: var(--shadow);
}
.dialog::backdrop { background: oklch(0% 0 0 / 40%); }
.inbox .dialog form { margin-top: 24px; }
.dialog button { flex: 1 1 auto; }
@media (max-width: 480px) {
  .message { padding: 16px; }
  .empty { padding: 24px 16px; }
  .actions { width: 100%; }
  .actions > * { flex: 1 1 auto; }
}
@media (forced-colors: active) {
  .inbox .quiet { background: ButtonFace; color: ButtonText; border-color: ButtonBorder; }
  #connection[data-state]::before { background: CanvasText; }
  .message[data-fresh] { border-inline-start: 3px solid Highlight; }
}
`;
