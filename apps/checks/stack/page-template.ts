import { join } from "node:path";
import { buildAs } from "./build-as.js";

const root = join(import.meta.dirname, "../../..");
const coreSources = `${join(root, "packages/core/src").replaceAll("\\", "/")}/`;

/** Pages of the harness, one for each client; logins and logouts may come back to them. */
export const harnessPages = [
  "index.html",
  "authentication.html",
  "auth0-js.html",
  "auth0-js-popup.html",
  "auth0-js-verify.html",
  "auth0-lock.html",
  "auth0-spa-js.html",
  "core-popup.html",
  "core-verify.html",
  "contract.html",
  "core-auth0-js.html",
  "diagnose.html",
  "oidc-client-ts.html",
  "wire.html",
];

/** What stands in the demo's scripts where its tenant belongs, so that one build does for all tenants. */
export const placeholders = {
  domain: "https://tenant.placeholder.invalid",
  clientId: "client-placeholder",
} as const;

/** Builds the demo and the harness into `folder`, with placeholders for the tenant. */
export async function buildTemplate(folder: string): Promise<void> {
  Object.assign(process.env, {
    VITE_AUTH0_DOMAIN: placeholders.domain,
    VITE_AUTH0_CLIENT_ID: placeholders.clientId,
  });
  await buildAs("production", {
    root: join(root, "apps/demo"),
    build: { outDir: folder, emptyOutDir: true },
  });
  const harness = join(root, "apps/checks/harness");
  await buildAs("production", {
    root: harness,
    base: "/harness/",
    build: {
      outDir: join(folder, "harness"),
      emptyOutDir: true,
      rolldownOptions: {
        input: harnessPages.map((page) => join(harness, page)),
        output: { codeSplitting: { groups: fewFiles } },
      },
    },
  });
}

/** Modules of a popup's page, which is to stay small. */
const ofPopups = sources(
  "callback/relay-popup",
  "authentication/tenant-origin",
  "transaction/co-verifiers",
);
/** A test waits until the page has loaded it. */
const ofItsOwn = sources("flows/keep-watch");

/**
 * The core in few files: a page is loaded for every test, and each file of it takes the browser longer than what is
 * in it. That the published files load each other when they are needed is proved with those themselves.
 */
export const fewFiles = [
  { name: "popup", test: (id: string) => ofPopups.includes(id) },
  { name: "core", test: (id: string) => id.startsWith(coreSources) && !ofItsOwn.includes(id) },
];

function sources(...paths: string[]): string[] {
  return paths.map((path) => `${coreSources}${path}.ts`);
}
