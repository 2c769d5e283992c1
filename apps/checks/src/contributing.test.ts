import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import listed from "./public-api.json" with { type: "json" };

const root = join(import.meta.dirname, "../../..");
const contributing = read("CONTRIBUTING.md");
const changelog = read("CHANGELOG.md");

test("every command of CONTRIBUTING.md can be run", () => {
  const scripts = [...contributing.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = ""]) => name);
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  const files = [...contributing.matchAll(/`(?:npx|node) ([^`]+)`/g)].flatMap(([, words = ""]) =>
    words.split(" ").filter((word) => /\/.*\.\w+$/.test(word)),
  );
  expect(files.length).toBeGreaterThan(8);
  expect(files.filter((file) => !isThere(file))).toEqual([]);
});

test("CHANGELOG.md speaks of the version that the packages have, and of every entry of theirs", () => {
  const versions = ["core", "react", "components", "tenant"].map((name) => versionOf(name));
  expect(new Set(versions).size).toBe(1);
  expect(changelog).toMatch(new RegExp(`^## ${versions[0]} `, "m"));
  const entries = Object.keys(listed).filter((entry) => !entry.includes("/locales/"));
  expect(entries.filter((entry) => !isSpokenOf(entry))).toEqual([]);
});

/** Playwright takes files from where its configuration stands. */
function isThere(file: string): boolean {
  return [file, `apps/checks/${file}`].some((path) => existsSync(join(root, path)));
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(read(`packages/${name}/package.json`));
  return version;
}

function isSpokenOf(entry: string): boolean {
  const [, name = "", path = ""] = /^@portico\/(\w+)(\/.*)?$/.exec(entry) ?? [];
  const [, section = ""] = changelog.split(`#### @portico/${name}\n`);
  const [own = ""] = section.split(/^#{2,4} /m);
  return own.trim() !== "" && own.includes(path);
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
