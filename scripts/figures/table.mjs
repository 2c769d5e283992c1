/** kB are 1000 bytes. */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The figures as a Markdown table. */
export function tableOf({ bytes, renders, core, login, api, hooks }) {
  const rows = [
    ["The demo's sign-in page", "gzip"],
    ["---", "---:"],
    ["JavaScript of the idle form, over React", kilobytes(bytes.initial - bytes.react)],
    ["JavaScript of a whole login, over React", kilobytes(bytes.login - bytes.react)],
    [
      "All that the demo can load, its own sources to read included",
      kilobytes(bytes.all - bytes.react),
    ],
    ["React and React DOM", kilobytes(bytes.react)],
    ["CSS, the demo's own included", kilobytes(bytes.css)],
    ["A page with `Login` alone, the idle form, over React", kilobytes(login.initial)],
    ["The same, until somebody has signed in", kilobytes(login.login)],
    ["The components' style sheet", kilobytes(login.css)],
    ["The panel for pages without React, all in one file", kilobytes(bytes.widget)],
    ["The core alone, until it is known who is signed in", kilobytes(core.initial)],
    ["The core alone, until somebody has signed in with a password", kilobytes(core.login)],
    ["The core alone, every flow loaded", kilobytes(core.all)],
    ["AuthenticationClient alone", kilobytes(api.bytes)],
    ["What all hooks add to the core and React Query", kilobytes(hooks.hooks)],
    ["The same, with `RequireAuth` and the other components", kilobytes(hooks.all)],
    ["What `@portico/react/auth0-react` adds to all hooks", kilobytes(hooks.auth0React)],
    ["`useLogin` alone", kilobytes(hooks.login)],
    ["For comparison: auth0-js alone", kilobytes(bytes.auth0)],
    ["Component renders per key typed in the e-mail field", String(renders.rendersPerKey)],
    ["React commits per key typed in the e-mail field", String(renders.commitsPerKey)],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map(([name, value]) => line(name, value, widths)).join("\n");
}

/** Padded as the formatter would, so that a written README stays formatted. */
function line(name, value, [first, second]) {
  if (name === "---") return `| ${"-".repeat(first)} | ${"-".repeat(second - 1)}: |`;
  return `| ${name.padEnd(first)} | ${value.padStart(second)} |`;
}
