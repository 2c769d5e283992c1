import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const packages = join(import.meta.dirname, "../../../packages");
const mark = '"use client"';

/** What a bundler for server components goes by: a marked file runs in the browser too, its exports are references. */
describe.each(["react", "components"])("client code of @portico/%s, built", (name) => {
  const sources = filesOf(join(packages, name, "src"), /(?<!\.(?:test|stories|d))\.tsx?$/);
  const built = filesOf(join(packages, name, "dist"), /\.js$/);

  test("is marked wherever its source is", () => {
    expect(sources.filter(isMarked).length).toBeGreaterThan(3);
    expect(unmarked(sources, built)).toEqual([]);
  });

  test("a mark that got lost, or came too late, would be seen", () => {
    const [path = ""] = built.filter(isMarked).map((file) => file.path);
    const spoiled = (text: (before: string) => string) =>
      built.map((file) => (file.path === path ? { path, text: text(file.text) } : file));
    expect(
      unmarked(
        sources,
        spoiled((text) => text.replace(mark, "")),
      ),
    ).toEqual([path]);
    expect(
      unmarked(
        sources,
        spoiled((text) => `import "a";\n${text}`),
      ),
    ).toEqual([path]);
    expect(
      unmarked(
        sources,
        built.filter((file) => file.path !== path),
      ),
    ).toEqual([path]);
  });

  test("is all that calls a hook of React or makes a context", () => {
    const needing = built.filter(({ text }) => needsClient(text));
    expect(needing.length).toBeGreaterThan(3);
    expect(needing.filter((file) => !isMarked(file)).map(({ path }) => path)).toEqual([]);
  });

  test("leaves each index without a mark: what is for servers as well stays so", () => {
    const indexes = built.filter(({ path }) => /(?:^|\/)index$/.test(path));
    expect(indexes.length).toBeGreaterThan(0);
    expect(indexes.filter(isMarked)).toEqual([]);
  });
});

interface File {
  /** Below src or dist, without its ending. */
  readonly path: string;
  readonly text: string;
}

function filesOf(folder: string, ending: RegExp): File[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => ({
      path: path.replaceAll("\\", "/").replace(/\.\w+$/, ""),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}

function isMarked({ text }: File): boolean {
  return text.startsWith(mark);
}

/** The marked sources whose built file is not, or is not there. */
function unmarked(sources: readonly File[], built: readonly File[]): string[] {
  const there = new Set(built.filter(isMarked).map(({ path }) => path));
  return sources.filter((file) => isMarked(file) && !there.has(file.path)).map(({ path }) => path);
}

/** Whether it imports what a server component does not have. */
function needsClient(text: string): boolean {
  const imports =
    /import\s*\{([^}]*)\}\s*from\s*"(?:react|@tanstack\/react-query|@portico\/react)"/g;
  return [...text.matchAll(imports)].some(([, names = ""]) =>
    /\b(?:use(?:[A-Z]\w*)?|createContext|Component)\b/.test(names),
  );
}
