import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../stack/start-stack.js";

const root = join(import.meta.dirname, "../../../..");
let folder = "";

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the compiler says of the app whose import of @auth0/auth0-react leads to `library`; nothing if all is well. */
async function compile(library: string): Promise<string> {
  const config = join(folder, "tsconfig.json");
  const paths = { "@auth0/auth0-react": [join(root, library)] };
  const compilerOptions = {
    module: "ESNext",
    moduleResolution: "Bundler",
    composite: false,
    declaration: false,
    declarationMap: false,
    emitDeclarationOnly: false,
    noEmit: true,
    types: ["vite/client"],
    typeRoots: [join(root, "apps/checks/node_modules")],
    // As in most apps that there are.
    exactOptionalPropertyTypes: false,
    paths,
  };
  const files = [join(root, "apps/checks/harness/auth0-react/main.tsx")];
  const given = { extends: join(root, "tsconfig.base.json"), compilerOptions, files };
  await writeFile(config, JSON.stringify(given));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return String(Object(error).stdout);
  }
}

test.each([
  "apps/checks/node_modules/@auth0/auth0-react",
  "packages/react/src/auth0-react/index.ts",
])(
  "an app for @auth0/auth0-react compiles with %s",
  async (library) => {
    expect(await compile(library)).toBe("");
  },
  60_000,
);

test("the compiler sees which library it is", async () => {
  expect(await compile("packages/core/src/index.ts")).toContain(
    "has no exported member 'useAuth0'",
  );
}, 60_000);
