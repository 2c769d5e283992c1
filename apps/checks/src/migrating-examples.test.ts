import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";
import { expect, test } from "vitest";
import { blocksIn } from "./migrating/page-tables.js";

const checks = join(import.meta.dirname, "..");
const examples = join(checks, "examples/migrating");
const files = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".tsx"),
);
const codeOf = (name: string) => readFileSync(join(examples, name), "utf8");

test("every example of the migration pages is a file, and every file stands in a page", () => {
  expect(blocksIn("tsx").toSorted()).toEqual(files.map(codeOf).toSorted());
});

test.each(files)("%s is run in a browser", (name) => {
  const spec = readFileSync(join(checks, "e2e/migrating.spec.ts"), "utf8");
  expect(spec).toContain(`"${name.replace(".tsx", "")}"`);
});

test("an app for @auth0/auth0-react changes its import alone", () => {
  const before = codeOf("before/auth0-react-app.tsx");
  const after = before.replace("@auth0/auth0-react", "@portico/react/auth0-react");
  expect(codeOf("auth0-react-app.tsx")).toBe(after);
});

test("leaving auth0-js takes out three lines", () => {
  const lines = codeOf("auth0-js-engine.tsx").split("\n");
  const kept = lines.filter((line) => !/auth0-js|engine/.test(line)).join("\n");
  expect(codeOf("auth0-js-login.tsx")).toBe(kept.replace("\n\n\n", "\n\n"));
});

test.each(blocksIn("js"))("what was there is JavaScript: %.60s", (code) => {
  expect(() => parseAst(code)).not.toThrow();
});
