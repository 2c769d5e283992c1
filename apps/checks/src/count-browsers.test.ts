import { expect, test } from "vitest";
import { countBrowsers } from "../../../scripts/check/count-browsers.mjs";

const file = "logins.spec.ts";
const spec = (title: string, ...ended: [string, string][]) => ({
  file,
  title,
  tests: ended.map(([projectName, status]) => ({
    projectName,
    status,
    results: [{ error: { message: "expected 1\nto be 2" } }],
  })),
});

test("counts what each browser passed, and names what failed", () => {
  const specs = [
    spec("signs in", ["firefox", "expected"], ["webkit", "unexpected"]),
    spec("signs out", ["firefox", "flaky"], ["webkit", "expected"]),
  ];
  const report = {
    missing: [],
    stats: { expected: 2, flaky: 1, unexpected: 1 },
    suites: [{ suites: [{ specs }] }],
  };
  expect(countBrowsers(report)).toEqual({
    passed: 3,
    failed: 1,
    notes: [
      "firefox 2, webkit 1",
      `${file}: signs in: failed: expected 1`,
      `${file}: signs out: passed only when run again: expected 1`,
    ],
  });
});

test("a browser that is not there fails nothing, and is named", () => {
  expect(countBrowsers({ missing: ["webkit"] })).toEqual({
    passed: 0,
    failed: 0,
    notes: ["webkit was not tried: it is not installed"],
  });
});

test("browsers that ran no test have failed", () => {
  const report = { missing: [], stats: { expected: 0, flaky: 0, unexpected: 0 }, suites: [] };
  expect(countBrowsers(report)).toMatchObject({ passed: 0, failed: 1 });
});
