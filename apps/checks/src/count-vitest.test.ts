import { describe, expect, test } from "vitest";
import { countVitest } from "../../../scripts/check/count-vitest.mjs";

const passing = { name: "adds", state: "passed", flaky: false, message: "" };
const module = { project: "one", file: "a.test.ts", state: "passed", tests: [passing] };
const once = { projects: ["one"], modules: [module] };

describe("what a run of Vitest came to", () => {
  test("counts a file once for each project it ran in", () => {
    const report = { projects: ["one", "two"], modules: [module, { ...module, project: "two" }] };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 0, notes: ["one 1, two 1"] });
  });

  test("a project in which no test ran is a failure, also where another one ran its files", () => {
    const skipped = [{ ...passing, state: "skipped" }];
    for (const modules of [
      [module],
      [module, { ...module, project: "two", tests: [] }],
      [module, { ...module, project: "two", tests: skipped }],
    ])
      expect(countVitest({ projects: ["one", "two"], modules })).toEqual({
        passed: 1,
        failed: 1,
        notes: ["one 1, two 0", "no test ran in project two"],
      });
  });

  test("a run without any project is a failure", () => {
    expect(countVitest({ projects: [], modules: [] })).toMatchObject({ passed: 0, failed: 1 });
  });

  test.each(["failed", "pending", "queued"])("a file that ended as %s is a failure", (state) => {
    const broken = { ...module, file: "b.test.ts", state, tests: [] };
    expect(countVitest({ ...once, modules: [module, broken] })).toEqual({
      passed: 1,
      failed: 1,
      notes: ["one 1", "one: b.test.ts failed outside its tests"],
    });
  });

  test("names what failed, where, and with the first line of why", () => {
    const failed = { ...passing, state: "failed", message: "expected 1\nto be 2" };
    const modules = [{ ...module, state: "failed", tests: [passing, failed] }];
    expect(countVitest({ ...once, modules })).toEqual({
      passed: 1,
      failed: 1,
      notes: ["one 2", "one: a.test.ts: adds: expected 1"],
    });
  });

  test("names what passed only when run again, and counts it as passed", () => {
    const modules = [{ ...module, tests: [{ ...passing, flaky: true }] }];
    expect(countVitest({ ...once, modules })).toEqual({
      passed: 1,
      failed: 0,
      notes: ["one 1", "one: a.test.ts: adds: passed only when run again"],
    });
  });
});
