/** The part of `/u/styles.css` that is about choosing: a provider, an account, an organization. */
export const choicesStylesheet = `
.lead + .lead { margin-top: 0; }
.forgot { margin: -8px 0 8px; }
input[readonly] { background: var(--page); color: var(--quiet); }
.or {
  display: grid;
  grid-template-columns: 1fr auto 1fr;
  align-items: center;
  gap: 16px;
  margin-top: 24px;
  color: var(--quiet);
}
.or::before, .or::after { content: ""; border-top: 1px solid var(--line); }
.or + .choices { margin-top: 16px; }
.choices { display: grid; gap: 8px; }
button.quiet, .choice {
  border-color: var(--control);
  background: var(--card);
  color: var(--text);
}
button.quiet:hover, .choice:hover { background: var(--page); }
.choice {
  display: flex;
  align-items: center;
  gap: 12px;
  margin: 0;
  padding: 8px 12px;
  font-weight: 400;
  text-align: start;
  overflow-wrap: anywhere;
}
.choice.hinted { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice small { display: block; }
small { color: var(--quiet); font-size: 0.8125rem; font-weight: 400; }
strong { font-weight: 600; }
.monogram {
  flex: none;
  display: grid;
  place-content: center;
  width: 28px;
  height: 28px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--page);
  color: var(--quiet);
  font-size: 0.8125rem;
}
details { margin-top: 8px; }
summary {
  width: fit-content;
  padding: 8px 0;
  color: var(--accent);
  font-weight: 600;
  cursor: pointer;
}
details .choice + .choice { margin-top: 8px; }
details form { margin-top: 8px; }
select {
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
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-top: 8px; }
.check { display: flex; align-items: center; gap: 8px; font-weight: 400; }
.check input { width: 20px; height: 20px; margin: 0; accent-color: var(--accent); }
.scopes { margin: 8px 0 16px; padding-left: 20px; }
.audience { margin: -8px 0 16px; padding-left: 20px; }
.scopes li { margin-top: 4px; }
a.button + .fix { margin-top: 24px; }
@media (forced-colors: active) {
  button.quiet, .choice { forced-color-adjust: auto; }
  .choice.hinted { border-width: 3px; }
}
`;
