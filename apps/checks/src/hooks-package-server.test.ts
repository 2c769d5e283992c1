import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
const loader = join(import.meta.dirname, "hooks-package/client-references.mjs");

/** The exports of a package by what a module of server components sees of them. */
interface Seen {
  readonly references: readonly string[];
  readonly values: readonly string[];
}

/** Prints what the server sees of a package, and then what `more` says about it. */
const look = (name: string, more = "undefined") => `
  import * as all from ${JSON.stringify(name)};
  const isReference = ([, value]) => value?.$$typeof === Symbol.for("react.client.reference");
  const names = (entries) => entries.map(([name]) => name);
  const entries = Object.entries(all);
  const references = names(entries.filter(isReference));
  const values = names(entries.filter((entry) => !isReference(entry)));
  console.log(JSON.stringify({ references, values, more: ${more} }));`;

/** Runs `code` where server components run: React without its hooks, marked files as `withReferences` says. */
async function onServer(code: string, withReferences = true) {
  const register = `import { register } from "node:module"; import { pathToFileURL } from "node:url"; register(pathToFileURL(${JSON.stringify(loader)}));`;
  const { stdout } = await run(
    process.execPath,
    [
      "--conditions=react-server",
      ...(withReferences
        ? ["--import", `data:text/javascript,${encodeURIComponent(register)}`]
        : []),
      "--input-type=module",
      "--eval",
      code,
    ],
    { cwd: join(import.meta.dirname, "..") },
  );
  return JSON.parse(stdout) as Seen & { readonly more?: unknown };
}

const isHookOrComponent = (name: string) => /^(?:use[A-Z]|with[A-Z]|[A-Z][a-z])/.test(name);

describe("in a graph of server components", () => {
  test("the index of @portico/react gives references to its hooks and components, and the core itself", async () => {
    const config = `{ domain: "example.eu.auth0.com", clientId: "spa" }`;
    const { references, values, more } = await onServer(
      look("@portico/react", `all.createAuthClient(${config}).session.get()`),
    );
    expect(references).toEqual(expect.arrayContaining(["Auth0Provider", "useUser", "useLogin"]));
    expect(references.filter((name) => !isHookOrComponent(name))).toEqual([]);
    expect(values).toEqual(expect.arrayContaining(["createAuthClient", "isAuthError"]));
    expect(values.filter((name) => /^use[A-Z]/.test(name))).toEqual([]);
    expect(more).toEqual({ status: "starting" });
  });

  test("@portico/react/auth0-react gives references to all of its own", async () => {
    const { references, values } = await onServer(look("@portico/react/auth0-react"));
    expect(references).toEqual([
      "Auth0Provider",
      "useAuth0",
      "withAuth0",
      "withAuthenticationRequired",
    ]);
    expect(values).toEqual(["OAuthError"]);
  });

  test("the index of @portico/components can be imported too", async () => {
    const { references } = await onServer(look("@portico/components"));
    expect(references).toEqual(expect.arrayContaining(["Login", "Signup"]));
  });

  test("it is the marks that make it so: without them React's hooks are missing", async () => {
    await expect(onServer(look("@portico/react"), false)).rejects.toThrow(/createContext/);
  });
});
