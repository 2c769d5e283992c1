import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@portico/core";
import * as react from "@portico/react";
import { describe, expect, test } from "vitest";

const checks = join(import.meta.dirname, "..");
const readme = read("../../packages/react/README.md");
// The folders have examples of other pages, with tests of their own.
const files = readdirSync(join(checks, "examples")).filter((name) => name !== "migrating");
const specs = textsOf("e2e", /^hooks-.*\.spec\.ts$/);
const apps = textsOf("harness/hooks/apps", /\.tsx$/);

test("there are ten complete screens or more, and nothing else beside them", () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
  expect(files.filter((name) => !name.endsWith(".tsx"))).toEqual([]);
});

describe.each(files)("%s", (name) => {
  const code = read(`examples/${name}`);

  test("takes 40 lines at most, with its imports", () => {
    expect(code.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  });

  test("stands in the README as it is", () => {
    expect(readme).toContain(`\`\`\`tsx\n${code}\`\`\`\n`);
  });

  test("needs nothing but React and the package", () => {
    const sources = [...code.matchAll(/from "([^"]+)"/g)].map(([, source]) => source);
    expect(sources).toContain("@portico/react");
    expect(sources.every((source) => source === "@portico/react" || source === "react")).toBe(true);
  });

  test("leaves what is typed in the document, and out of the address", () => {
    expect(code).not.toMatch(/\bvalue=|onChange|console\./);
    for (const [form] of code.matchAll(/<form[^>]*/g)) expect(form).toContain('method="post"');
  });

  test("is run in a browser", () => {
    const own = name.replace(".tsx", "");
    const within = apps.filter(({ text }) => text.includes(`/examples/${own}.js"`));
    const shown = [own, ...within.map((app) => app.name.replace(".tsx", ""))];
    expect(shown.filter((app) => specs.some(({ text }) => text.includes(`"${app}"`)))).not.toEqual(
      [],
    );
  });
});

test("every hook is run in a browser against the tenant", () => {
  const hooks = Object.keys(react).filter((name) => /^use[A-Z]/.test(name));
  const run = [...specs, ...apps, ...files.map((name) => ({ text: read(`examples/${name}`) }))];
  expect(hooks.length).toBeGreaterThan(20);
  expect(hooks.filter((name) => !run.some(({ text }) => isNamed(text, name)))).toEqual([]);
});

test("everything that the package adds to the core stands in its README", () => {
  const names = Object.keys(react).filter((name) => !(name in core));
  expect(names.filter((name) => !isNamed(readme, name))).toEqual([]);
});

function isNamed(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}

function read(path: string): string {
  return readFileSync(join(checks, path), "utf8");
}

function textsOf(folder: string, names: RegExp) {
  return readdirSync(join(checks, folder))
    .filter((name) => names.test(name))
    .map((name) => ({ name, text: read(`${folder}/${name}`) }));
}
