import { expect, test } from "vitest";
import type { Results } from "./bench.js";
import { goalsOf } from "./goals.js";
import { reportOf, summaryOf } from "./report.js";

const machine = { date: "2026-01-31", chromium: "156", node: "v20", cores: 2, runs: 9 };
const bytes = (gzip: number) => ({ files: 1, min: 3 * gzip, gzip, brotli: 0.9 * gzip });
const none = { files: 0, min: 0, gzip: 0, brotli: 0 };
const page = (initial: number, lazy: number, loaded: number) => ({
  initial: bytes(initial),
  lazy: bytes(lazy),
  css: none,
  scripts: bytes(loaded),
  styles: none,
});
const signIn = (milliseconds: number) => ({
  milliseconds,
  requests: 3,
  preflights: 1,
  documents: 0,
});

const results: Results = {
  machine,
  absent: [],
  bytes: {
    react: { initial: bytes(60_000), lazy: none, css: none },
    login: page(100_000, 30_000, 104_000),
    "auth0-js": page(120_000, 0, 120_000),
  },
  walk: {
    steps: [{ step: "the form is there", scripts: bytes(110_000) }],
    origins: [
      { name: "React", min: 180_000, gzip: 60_000 },
      { name: "@portico/core", min: 60_000, gzip: 20_000 },
      { name: "zod", min: 15_000, gzip: 5_000 },
    ],
  },
  signIn: { login: signIn(120), "auth0-js": signIn(100) },
};

test("a goal is held against what was measured, over React and beside auth0-js", () => {
  const found = goalsOf(results).map(({ name, measured }) => [name, measured]);
  expect(found).toEqual([
    ["`Login`, all that its page loads, over React", 44],
    [expect.stringContaining("once every flow was gone through"), 50],
    ["Login from click to signed in, beside auth0-js", 1.2],
  ]);
});

test("growth is told as the power of what there is more of", () => {
  const of = (name: string, values: readonly number[]) => ({
    of: name,
    counts: [1, 10, 100],
    values: { value: values },
  });
  const growth = [
    of("users", [1, 100, 10_000]),
    of("components", [2, 2, 2]),
    of("tabs", [0, 0, 0]),
  ];
  const found = goalsOf({ machine, absent: [], growth }).map(({ measured }) => measured);
  expect(found).toEqual([2, 0]);
});

test("the report says which goal was missed, and shows nothing that was not measured", () => {
  const report = reportOf(results);
  expect(report).toContain("over React | 45 kB gzip | 44.0 | yes |");
  expect(report).toContain("beside auth0-js | 1 × | 1.20 | **no** |");
  expect(report).toContain("| 300.0 / 100.0 / 90.0 | 40.0 | 90.0 / 30.0 / 27.0 | – | 104.0 | 1 |");
  expect(report).toContain("| the form is there | 50.0 | 1 |");
  expect(report).toContain("| React | 180.0 | 60.0 |");
  expect(report).not.toContain("Cold load");
  expect(reportOf({ machine, absent: [] })).toBe("");
});

test("a goal that was missed says why, where that is known", () => {
  const sample = (usable: number) => ({
    usable,
    script: 30,
    tasks: 60,
    longTasks: 0,
    blocking: 0,
    heap: 1e6,
    requests: 2,
    bytes: 1e5,
    scriptBytes: 9e4,
    scripts: 1,
  });
  const load = (login: number) => {
    const fast = {
      markup: sample(80),
      login: sample(login),
      hooks: sample(90),
      "auth0-js": sample(100),
    };
    return reportOf({ machine, absent: [], load: { fast, slow: fast } });
  };
  expect(load(120)).toContain("| 1.20 | **no**: its HTML and CSS alone take 0.80, hooks with");
  expect(load(90)).toContain("| 0.90 | yes |");
  expect(load(90)).not.toContain("alone take");
});

test("the summary has a line for each page with a form", () => {
  const summary = summaryOf(results);
  expect(summary).toContain("| Portico `Login` | 44.0 | – | – | – | 120 |");
  expect(summary).toContain("| auth0-js, hand-written React form | 60.0 | – | – | – | 100 |");
  expect(summary).not.toContain("nothing");
  expect(summary).toContain("Medians of 9 runs");
});
