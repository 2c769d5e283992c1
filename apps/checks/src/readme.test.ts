import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const pages = [
  "README.md",
  "packages/core/README.md",
  "packages/react/README.md",
  "packages/components/README.md",
  "packages/tenant/README.md",
  ".storybook/docs/welcome.mdx",
];

/** Every TypeScript block of the pages, as a file inside this package, so that imports resolve as an app's do. */
test("every example in the READMEs and in Storybook's pages compiles", { timeout: 60_000 }, () => {
  const folder = join(root, "apps/checks/node_modules/.cache/readme");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = pages.flatMap((page) =>
    examplesIn(readFileSync(join(root, page), "utf8")).map((code, index) => {
      const name = `${page.replaceAll("/", "-")}-${index}.tsx`;
      writeFileSync(join(folder, name), `${code}\nexport {};\n`);
      return name;
    }),
  );
  expect(names.length).toBeGreaterThan(0);
  const config = {
    extends: join(root, "apps/demo/tsconfig.json"),
    compilerOptions: { incremental: false, tsBuildInfoFile: null, types: ["node", "vite/client"] },
    files: [...names, join(root, "packages/tenant/src/policy/password-sheriff.d.ts")],
    include: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  expect(compile(folder)).toBe("");
});

function examplesIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```tsx?\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}

/** What the compiler complains about. */
function compile(folder: string): string {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}
