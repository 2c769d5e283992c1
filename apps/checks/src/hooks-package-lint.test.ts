import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** One mistake for each rule about React that the sources of hooks and components are held to. */
const mistakes: Readonly<Record<string, string>> = {
  "rules-of-hooks": `if (on) useState(0); return null;`,
  hooks: `if (on) useState(0); return null;`,
  "exhaustive-deps": `useEffect(() => call(), []); return null;`,
  immutability: `list[0] = "x"; return <p>{list.length}</p>;`,
  refs: `const ref = useRef(0); return <p>{ref.current}</p>;`,
  purity: `return <p>{Math.random()}</p>;`,
  "set-state-in-render": `const [n, set] = useState(0); set(n + 1); return <p>{n}</p>;`,
  "set-state-in-effect": `const [n, set] = useState(0); useEffect(() => set(1), []); return <p>{n}</p>;`,
  "static-components": `const Inner = () => <p />; return <Inner />;`,
  "preserve-manual-memoization": `const both = [on]; useState(0); both.push(on); return useCallback(() => both, [both]);`,
  "incompatible-library": `const { watch } = useForm(); return <p>{String(watch("a"))}</p>;`,
  "use-memo": `return useMemo(async () => 1, []);`,
  "void-use-memo": `useMemo(() => { call(); }, [call]); return null;`,
  "unsupported-syntax": `const n = eval("1"); return <p>{n}</p>;`,
  "error-boundaries": `try { return <Planted />; } catch { return null; }`,
  globals: `count = count + 1; return <p>{count}</p>;`,
};

const planted = (mistake: string) => `
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
let count = 0;
export function Planted({ on, list, call }) { ${mistake} }
export const uses = [useCallback, useEffect, useMemo, useRef, useState, useForm];
`;

test("each rule about React sees the mistake it is there for, in hooks and in components", async () => {
  const rules = await rulesAboutReact();
  expect(Object.keys(mistakes).toSorted()).toEqual(rules.toSorted());
  const folder = await mkdtemp(join(tmpdir(), "portico-lint-"));
  await copyFile(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const name of ["react", "components"]) {
    const sources = join(folder, "packages", name, "src");
    await mkdir(sources, { recursive: true });
    for (const [rule, mistake] of Object.entries(mistakes))
      await writeFile(join(sources, `${rule}.tsx`), planted(mistake));
  }
  const found = await lint(folder);
  await rm(folder, { recursive: true, force: true });
  const wanted = ["react", "components"].flatMap((name) =>
    rules.map((rule) => `packages/${name}/src/${rule}.tsx: ${rule}`),
  );
  expect(wanted.filter((line) => !found.has(line))).toEqual([]);
});

/** Those that the configuration names for the sources of the hooks. */
async function rulesAboutReact(): Promise<string[]> {
  const text = await readFile(join(root, ".oxlintrc.json"), "utf8");
  const { overrides } = JSON.parse(text) as {
    overrides: { files: string[]; rules: Record<string, unknown> }[];
  };
  return overrides
    .filter(({ files }) => files.includes("packages/{react,components}/**"))
    .flatMap(({ rules }) => Object.keys(rules))
    .map((rule) => rule.replace("react/", ""));
}

/** What the linter finds in the folder: `file: rule`. */
function lint(folder: string): Promise<ReadonlySet<string>> {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, "-f", "json", "packages"],
      { cwd: folder, maxBuffer: 8_000_000 },
      (_failed, stdout) => {
        // It ends with an exit code, since it finds something; what it found is what counts.
        if (!stdout) return reject(new Error("The linter said nothing."));
        const { diagnostics } = JSON.parse(stdout) as {
          diagnostics: { code: string; filename: string }[];
        };
        const lines = diagnostics.map(({ code, filename }) => {
          return `${filename.replaceAll("\\", "/")}: ${/\((.+)\)/.exec(code)?.[1]}`;
        });
        resolve(new Set(lines));
      },
    );
  });
}
