import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((name) => name !== "" && !name.endsWith(".png"));

test("no file names a package registry, the lockfile included", () => {
  const hosts = ["registry.npmjs", "npmjs.org/", "registry.yarnpkg"];
  const own = "apps/checks/src/tracked-files.test.ts";
  const naming = files.filter((name) => {
    const text = readFileSync(join(root, name), "utf8");
    return name !== own && hosts.some((host) => text.includes(host));
  });
  expect(files.length).toBeGreaterThan(50);
  expect(naming).toEqual([]);
});

test("the top level holds the agreed folders and files and nothing else", () => {
  const top = new Set(files.map((name) => name.split("/")[0] ?? ""));
  const visible = [...top].filter((name) => !name.startsWith(".")).toSorted();
  expect(visible).toEqual([
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "apps",
    "package.json",
    "packages",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "scripts",
    "tsconfig.base.json",
    "tsconfig.json",
    "vite.config.ts",
  ]);
});
