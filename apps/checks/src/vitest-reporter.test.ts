import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { countVitest } from "../../../scripts/check/count-vitest.mjs";

const root = join(import.meta.dirname, "../../..");

/** Two projects run the same file, a third one has none; of the tests one fails in one of the projects alone. */
const files = {
  "vitest.config.mjs": `
    const project = (name, include) => ({ test: { name, include: [include], retry: 1 } });
    export default {
      test: { projects: [project("one", "*.case.mjs"), project("two", "a.case.mjs"), project("none", "no.case.mjs")] },
    };`,
  "a.case.mjs": `
    import { expect, test } from "vitest";
    let runs = 0;
    test("passes", () => {});
    test("passes when run again", () => expect(runs++).toBe(1));
    test("fails in one", ({ task }) => expect(task.file.projectName).toBe("two"));`,
  "broken.case.mjs": `throw new Error("before any test");`,
};

test("the report of a real run tells the projects apart, and what went wrong in them", async () => {
  const cache = join(import.meta.dirname, "../node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "reporter-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const report = join(folder, "report.json");
  await runVitest(folder, report);
  const { passed, failed, notes } = countVitest(JSON.parse(await readFile(report, "utf8")));
  await rm(folder, { recursive: true, force: true });

  const at = (file: string) => join(folder, file).replaceAll("\\", "/");
  expect({ passed, failed }).toEqual({ passed: 5, failed: 3 });
  // Two projects run side by side, so their lines come in any order.
  expect(notes).toHaveLength(6);
  const expected = [
    "one 3, two 3, none 0",
    `one: ${at("broken.case.mjs")} failed outside its tests`,
    "no test ran in project none",
    `one: ${at("a.case.mjs")}: passes when run again: passed only when run again`,
    `two: ${at("a.case.mjs")}: passes when run again: passed only when run again`,
    expect.stringMatching(/^one: .*a\.case\.mjs: fails in one: expected 'one' to be 'two'/),
  ];
  expect(notes).toEqual(expect.arrayContaining(expected));
});

/** It ends with an exit code, since a test fails; what it reports is what counts. */
function runVitest(folder: string, report: string): Promise<void> {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporter = join(root, "scripts/check/vitest-reporter.mjs");
  const env = { ...process.env, PORTICO_VITEST_REPORT: report };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [vitest, "run", `--reporter=${reporter}`],
      { cwd: folder, env },
      () => resolve(),
    );
  });
}
