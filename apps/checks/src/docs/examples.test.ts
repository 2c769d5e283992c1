import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pages, root, type Page } from "./pages.js";

/** Every TypeScript block of the pages, as a file inside this package, so that imports resolve as an app's do. */
test("every example in the READMEs and in Storybook's pages compiles", { timeout: 120_000 }, () => {
  const examples = pages.flatMap(examplesIn);
  expect(examples.length).toBeGreaterThan(40);
  const complaints = complaintsOf([...examples, planted]);
  expect(complaints.filter((line) => !line.includes(planted.name))).toEqual([]);
  expect(complaints, "what does not compile is found").not.toEqual([]);
});

const planted = {
  name: "planted.tsx",
  code: 'import { Login } from "@portico/components";\nexport const login = <Login nowhere />;\n',
};

interface Example {
  readonly name: string;
  readonly code: string;
}

function examplesIn({ path, text }: Page): Example[] {
  return [...text.matchAll(/^```tsx?\n(.*?)^```$/gms)].map(([, code = ""], index) => ({
    name: `${path.replaceAll("/", "-")}-${index}.tsx`,
    code,
  }));
}

/** What the compiler says of them, a line for each mistake. */
function complaintsOf(examples: readonly Example[]): string[] {
  const folder = join(root, "apps/checks/node_modules/.cache/examples-of-pages");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, code } of examples) writeFileSync(join(folder, name), `${code}\nexport {};\n`);
  const config = {
    extends: join(root, "apps/demo/tsconfig.json"),
    compilerOptions: { incremental: false, tsBuildInfoFile: null, types: ["node", "vite/client"] },
    files: [
      ...examples.map(({ name }) => name),
      join(root, "packages/tenant/src/policy/password-sheriff.d.ts"),
    ],
    include: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout?: unknown };
    return String(stdout).match(/^.*error TS.*$/gm) ?? [String(error)];
  }
}
