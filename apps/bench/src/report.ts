import type { Results } from "./bench.js";
import { contestants } from "./contestants.js";
import { goalsOf } from "./goals.js";
import type { Series } from "./growth.js";
import { digits, kilobytes, sizes, table, type Cell } from "./table.js";

/** What was measured, as Markdown tables. kB are 1000 bytes. */
export function reportOf(results: Results): string {
  return [goals, bytes, walk, load, typing, signIn, renewal, rates, growth]
    .flatMap((part) => part(results))
    .join("\n\n");
}

/** What somebody who is choosing wants to know, in one table. */
export function summaryOf({ machine, bytes, load, typing, signIn }: Results): string {
  const floor = bytes?.["react"]?.initial.gzip ?? 0;
  const rows = contestants()
    .filter(({ form, isFloor }) => form && !isFloor)
    .map(({ name, label }) => {
      const sent = bytes?.[name]?.scripts;
      const signedIn = signIn?.[name]?.milliseconds;
      return [
        label,
        sent && kilobytes(sent.gzip - floor),
        whole(load?.fast[name]?.usable),
        whole(load?.slow[name]?.usable),
        typing?.[name]?.renders.toFixed(0),
        whole(signedIn),
      ];
    });
  const head = [
    "Page",
    "JavaScript over React, kB",
    "form usable, ms",
    "on a slow phone, ms",
    "renders for each key",
    "click to signed in, ms",
  ];
  const { cores, chromium, runs, date } = machine;
  const how = `Medians of ${runs} runs in turns, ${date}, Chromium ${chromium}, ${cores} cores.`;
  return [table(head, rows), how].join("\n\n");
}

function whole(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}

/** Portico's own goals: what was measured, and whether it is enough. */
function goals(results: Results): string[] {
  const found = goalsOf(results);
  if (found.length === 0) return [];
  const rows = found.map(({ name, most, unit, measured, why }) => [
    name,
    `${most} ${unit}`.trim(),
    digits(measured, unit === "×" ? 2 : 1),
    measured <= most ? "yes" : why ? `**no**: ${why}` : "**no**",
  ]);
  return ["### Goals", table(["Goal", "at most", "measured", "kept"], rows)];
}

function bytes({ bytes: found }: Results): string[] {
  if (!found) return [];
  const floor = found["react"]?.initial.gzip;
  const rows = rowsOf(found, ({ initial, lazy, css, scripts }) => [
    sizes(initial),
    floor === undefined ? undefined : kilobytes(initial.gzip - floor),
    lazy.files > 0 ? sizes(lazy) : undefined,
    css.files > 0 ? sizes(css) : undefined,
    scripts && kilobytes(scripts.gzip),
    scripts?.files,
  ]);
  const head = [
    "Page",
    "JavaScript at first",
    "over React, gzip",
    "JavaScript for later",
    "CSS",
    "loaded when idle, gzip",
    "scripts",
  ];
  return [
    "### Bytes",
    "Minified / gzip / brotli, in kB. Loaded when idle: every script that the page has fetched once its form is there and nothing moves, from whatever host.",
    table(head, rows),
  ];
}

function walk({ bytes: found, walk: walked }: Results): string[] {
  if (!walked) return [];
  const { steps, origins } = walked;
  const floor = found?.["react"]?.initial.gzip ?? 0;
  const rows = steps.map(({ step, scripts }) => [
    step,
    kilobytes(scripts.gzip - floor),
    scripts.files,
  ]);
  return [
    "### A walk through every flow of `AuthPanel`",
    "What the page has fetched by then, one step after the other.",
    table(["Step", "JavaScript over React, kB gzip", "scripts"], rows),
    "Where it comes from in the end; of a file that is sent, each part's share.",
    table(
      ["From", "minified, kB", "gzip, kB"],
      origins.map(({ name, min, gzip }) => [name, kilobytes(min), kilobytes(gzip)]),
    ),
  ];
}

function load({ load: found }: Results): string[] {
  if (!found) return [];
  const reference = { fast: found.fast["auth0-js"], slow: found.slow["auth0-js"] };
  const beside = (value: number, of: number | undefined) => of && digits(value / of, 2);
  const rows = rowsOf(found.fast, (fast, name) => {
    const slow = found.slow[name];
    if (!slow) return [];
    return [
      Math.round(fast.usable),
      Math.round(slow.usable),
      beside(fast.usable, reference.fast?.usable),
      beside(slow.usable, reference.slow?.usable),
      Math.round(slow.script),
      Math.round(slow.tasks),
      slow.longTasks,
      Math.round(slow.blocking),
      digits(fast.heap / 1e6, 1),
      fast.requests,
      digits(fast.bytes / 1000, 1),
    ];
  });
  const head = [
    "Page",
    "usable, ms",
    "slow, ms",
    "× auth0-js",
    "slow, ×",
    "script ms, slow",
    "tasks ms, slow",
    "long tasks",
    "blocking ms, slow",
    "heap MB",
    "requests",
    "kB over the wire",
  ];
  return [
    "### Cold load to a form that accepts typing",
    "Usable: the password field is seen, takes text and still has it a frame later; for Clerk the e-mail field, since the password comes on a second screen. Slow: CPU four times slower, 1.6 Mbit/s, 150 ms for each request.",
    table(head, rows),
  ];
}

function typing({ typing: found }: Results): string[] {
  if (!found) return [];
  const rows = rowsOf(found, ({ renders, script, tasks }) => [
    digits(renders, 1),
    digits(script, 1),
    digits(tasks, 1),
  ]);
  return [
    "### A key typed in the e-mail field",
    "With a CPU that is four times slower.",
    table(["Page", "renders", "script ms", "tasks ms"], rows),
  ];
}

function signIn({ signIn: found }: Results): string[] {
  if (!found) return [];
  const rows = rowsOf(found, ({ milliseconds, requests, preflights, documents }) => [
    Math.round(milliseconds),
    requests,
    preflights,
    documents,
  ]);
  return [
    "### From the click to signed in",
    "At the local tenant; requests are those to it. A document is a page that took the place of the one before.",
    table(["Page", "ms", "requests", "preflights", "documents"], rows),
  ];
}

function renewal({ renewal: found }: Results): string[] {
  if (!found) return [];
  const rows = Object.entries(found).map(([name, { first, again, tabs }]) => [
    renewers[name] ?? name,
    ...[first, again, tabs].flatMap(({ frames, requests, milliseconds }) => [
      frames,
      requests,
      Math.round(milliseconds),
    ]),
  ]);
  const columns = ["ten at once", "ten again", "five tabs"].flatMap((when) => [
    `${when}: frames`,
    "requests",
    "ms",
  ]);
  return [
    "### Silent authentication",
    "Who asks is signed in at the tenant. Frames are hidden iframes.",
    table(["Library", ...columns], rows),
  ];
}

const renewers: Readonly<Record<string, string>> = {
  "renew-portico": "Portico, `start` and `getAccessToken`",
  "renew-auth0-js": "auth0-js, `checkSession`",
  "renew-auth0-spa-js": "auth0-spa-js, `getTokenSilently`",
};

function rates({ verification, throughput }: Results): string[] {
  const rows = [
    ...(verification
      ? [
          ["ID tokens verified, Portico", Math.round(verification.portico)],
          ["ID tokens verified, idtoken-verifier", Math.round(verification["idtoken-verifier"])],
        ]
      : []),
    ...(throughput
      ? [
          ["Sign-ins at the local tenant", Math.round(throughput.signIns)],
          ["Silent renewals at the local tenant", Math.round(throughput.renewals)],
        ]
      : []),
  ];
  return rows.length > 0 ? ["### In a second", table(["What", "times"], rows)] : [];
}

function growth({ growth: found }: Results): string[] {
  if (!found) return [];
  const rows = found.flatMap(({ of, counts, values }: Series) =>
    Object.entries(values).map(([name, all]) => [
      of,
      name,
      counts.map((count) => count.toLocaleString("en")).join(" → "),
      all.map((value) => digits(value, value < 10 && !Number.isInteger(value) ? 2 : 0)).join(" → "),
    ]),
  );
  return ["### How cost grows", table(["With the number of", "what", "counts", "values"], rows)];
}

function rowsOf<Sample>(
  found: Readonly<Record<string, Sample>>,
  cells: (sample: Sample, name: string) => readonly Cell[],
): (readonly Cell[])[] {
  return contestants().flatMap(({ name, label }) => {
    const sample = found[name];
    return sample === undefined ? [] : [[label, ...cells(sample, name)]];
  });
}
