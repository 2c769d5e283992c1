import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const dist = join(import.meta.dirname, "../../../packages/core/dist");

/** A built file, the files that it imports at once, and those that it loads later. */
interface Built {
  readonly imports: readonly string[];
  readonly loads: readonly string[];
}

const files = new Map<string, Built>(
  readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".js") && path !== "standalone.js")
    .map((path) => [path, read(path)]),
);

function read(path: string): Built {
  // Comments show how things are imported, too.
  const text = readFileSync(join(dist, path), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, target = ""]) =>
      relative(dist, join(dist, dirname(path), target)).replaceAll("\\", "/"),
    );
  return {
    imports: found(/^(?:import|export) .*?from "(\.[^"]+)";$/gm),
    loads: found(/\bimport\("(\.[^"]+)"\)/g),
  };
}

/** A file and all that it imports at once. */
function together(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const next of files.get(path)?.imports ?? []) together(next, known);
  return known;
}

const loaded = new Set([...files.values()].flatMap(({ loads }) => loads));

test("what is loaded later never imports the file that loads it", () => {
  expect(loaded.size).toBeGreaterThan(5);
  const strays = [...loaded].flatMap((part) =>
    [...together(part)].filter((path) => files.get(path)?.loads.includes(part)),
  );
  // A bundler would keep the one for the other, though nobody uses either.
  expect(strays).toEqual([]);
});

test.each([
  "authentication/authentication-client.js",
  "browser/cross-origin-verification.js",
  "callback/relay-popup.js",
  "parts/management-client.js",
  "parts/parse-callback.js",
  "parts/return-to.js",
])("%s loads nothing later, and brings nothing of a client", (path) => {
  const all = [...together(path)];
  expect(all.filter((one) => (files.get(one)?.loads.length ?? 0) > 0)).toEqual([]);
  expect(all.filter((one) => /start|sign-in/.test(one))).toEqual([]);
});

test("a password login needs one part more than the start, and what that has in common with others", () => {
  const start = together("parts/start.js");
  expect(files.get("parts/start.js")?.loads).toContain("parts/sign-in.js");
  const login = [...together("parts/sign-in.js")].filter((path) => !start.has(path));
  expect(login.toSorted()).toEqual([
    "parts/response.js",
    "parts/rolldown-runtime.js",
    "parts/sign-in.js",
    "parts/tokens.js",
  ]);
});
