/** The part of `/u/styles.css` that is about the second step. */
export const mfaStylesheet = `
.lead, .error, .notice { text-wrap: pretty; }
.aside { margin-top: 8px; color: var(--quiet); font-size: 0.8125rem; }
.notice { margin-top: 24px; padding: 12px; border: 1px solid var(--line); border-radius: 8px; }
.notice + form { margin-top: 16px; }
input.code { letter-spacing: 0.08em; font-variant-numeric: tabular-nums; }
.qr { display: block; width: 200px; margin: 16px auto; border-radius: 8px; }
.qr + .aside { margin-top: 0; }
.kept { margin-top: 24px; text-align: center; }
.kept code { margin: 0; font-size: 0.9375rem; text-wrap: balance; }
.ways { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); }
.ways h2 { color: var(--quiet); }
.ways ul, .options { margin: 0; padding: 0; list-style: none; }
.ways a { display: block; padding: 8px 0; white-space: normal; overflow-wrap: anywhere; }
.options { display: grid; gap: 8px; margin-top: 24px; }
.options a {
  display: grid;
  align-items: center;
  min-height: 44px;
  padding: 8px 16px;
  border: 1px solid var(--control);
  border-radius: 8px;
  color: var(--text);
  text-decoration: none;
  white-space: normal;
  transition: background-color 150ms ease-out;
}
.options a:hover { background: var(--page); }
`;
