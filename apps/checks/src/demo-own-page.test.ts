import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const demo = join(import.meta.dirname, "../../demo/src");
const own = readdirSync(join(demo, "your-own")).map((name) => `your-own/${name}`);

test.each(["pages/your-own.tsx", ...own])(
  "%s needs the hooks and the demo's own files, and no component",
  (path) => {
    const sources = sourcesIn(readFileSync(join(demo, path), "utf8"));
    const strangers = sources.filter(
      (source) => !["react", "@portico/react"].includes(source) && !source.startsWith("."),
    );
    expect(strangers).toEqual([]);
    expect(sources.length).toBeGreaterThan(0);
  },
);

test("the page is made of more than one hook", () => {
  const text = own.map((path) => readFileSync(join(demo, path), "utf8")).join("\n");
  for (const hook of ["useLogin", "useMfa", "useLoginWithConnection", "useCountdown"]) {
    expect(text).toContain(`${hook}(`);
  }
});

/** What a file imports, types and what is loaded later included. */
function sourcesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(
    ([, source]) => source ?? [],
  );
}
