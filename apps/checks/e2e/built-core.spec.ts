import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect, type JSHandle, type Page } from "@playwright/test";
import type { AuthClient } from "@portico/core";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import { build } from "vite";
import { serveFolder } from "../stack/serve-folder.js";
import { strictHeaders } from "../stack/start-stack.js";
import listed from "../src/public-api.json" with { type: "json" };
import { newEmail } from "./fixtures.js";

/** A page of somebody's own, served under the strict policy, beside a tenant that knows its address. */
interface Site {
  readonly tenant: RunningTenant;
  readonly app: string;
  /** Where the app is written; packages resolve here as in any project that has installed them. */
  readonly source: string;
  /** What is served. */
  readonly served: string;
  readonly user: { readonly email: string; readonly password: string };
  /** The scripts that the page has asked for, in order. */
  readonly scripts: string[];
}

const standalone = fileURLToPath(import.meta.resolve("@portico/core/standalone"));

const test = base.extend<{ site: Site }>({
  site: async ({ page }, use) => {
    const cache = join(import.meta.dirname, "../node_modules/.cache");
    await mkdir(cache, { recursive: true });
    const source = await mkdtemp(join(cache, "built-core-"));
    const served = join(source, "served");
    await mkdir(served);
    const server = await serveFolder(served);
    const app = `http://localhost:${server.port}`;
    const seed = sampleSeed([app]);
    const tenant = await startTenant({ port: 0, seed, scryptCost: 1024 });
    server.headers = () => strictHeaders(tenant.url);
    const { email = "", password = "" } = seed.users?.[0] ?? {};
    const { scripts, noise } = watch(page, app);
    await use({ tenant, app, source, served, user: { email, password }, scripts });
    await tenant.close();
    await server.close();
    await rm(source, { recursive: true, force: true });
    expect(noise, "console output and uncaught errors").toEqual([]);
  },
});

/** What the page asks for and says, as long as the test runs. */
function watch(page: Page, app: string) {
  const scripts: string[] = [];
  const noise: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url().replace(app, ""));
  });
  page.on("console", (message) => {
    // The browser itself looks for an icon, which these pages do not have.
    if (!message.location().url.endsWith("/favicon.ico")) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
  return { scripts, noise };
}

/** Writes an app that has nothing but a client, taken from `specifier`. */
async function writeApp(folder: string, specifier: string, { tenant }: Site): Promise<void> {
  const config = JSON.stringify({ domain: tenant.url, clientId: "portico-demo" });
  const page = `<!doctype html>
<html lang="en">
  <title>App</title>
  <script type="module" src="/app.js"></script>
</html>
`;
  const script = `import { createAuthClient } from ${JSON.stringify(specifier)};
globalThis.auth = createAuthClient(${config});
`;
  await writeFile(join(folder, "index.html"), page);
  await writeFile(join(folder, "app.js"), script);
}

/** Builds the app as its owner would, and returns the modules that it is made of. */
async function buildApp({ source, served }: Site): Promise<string[]> {
  // Vite makes this process one for production, where no tenant would start any more.
  const { NODE_ENV = "test" } = process.env;
  const result = await build({
    configFile: false,
    root: source,
    logLevel: "error",
    build: { outDir: served, assetsInlineLimit: 0, reportCompressedSize: false },
  }).finally(() => (process.env["NODE_ENV"] = NODE_ENV));
  if (!("output" in result)) throw new Error("One build with one output was asked for.");
  return result.output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
}

async function open(page: Page, { app }: Site): Promise<JSHandle<AuthClient>> {
  await page.goto(app);
  return page.evaluateHandle(() => (globalThis as unknown as { auth: AuthClient }).auth);
}

/** Asks who is signed in, which is nobody, then signs in from the page's own form. */
async function startAndLogin(auth: JSHandle<AuthClient>, { user }: Site): Promise<void> {
  expect(await auth.evaluate(async (client) => (await client.start()).kind)).toBe("anonymous");
  const kind = await auth.evaluate(async (client, given) => (await client.login(given)).kind, user);
  expect(kind).toBe("authenticated");
  expect(await signedIn(auth)).toBe(user.email);
}

/** Has a code sent and signs in with it. */
async function signInWithCode(auth: JSHandle<AuthClient>, { tenant }: Site): Promise<void> {
  const email = newEmail();
  const challenge = await auth.evaluate(
    async (client, to) => (await client.passwordless.start({ email: to })).challenge,
    email,
  );
  const { code = "" } = await tenant.inbox.wait({ to: email });
  await auth.evaluate((client, [sent, otp]) => client.passwordless.verify(sent, { otp }), [
    challenge,
    code,
  ] as const);
  expect(await signedIn(auth)).toBe(email);
}

function signedIn(auth: JSHandle<AuthClient>): Promise<string | undefined> {
  return auth.evaluate((client) => {
    const state = client.session.get();
    return state.status === "authenticated" ? state.session.user.email : undefined;
  });
}

test("an app built with the published files signs in, and loads a flow with its first call", async ({
  page,
  site,
}) => {
  await writeApp(site.source, "@portico/core", site);
  const modules = await buildApp(site);
  const ofCore = modules.filter((id) => id.includes("/packages/core/"));
  expect(ofCore).not.toEqual([]);
  expect(ofCore.filter((id) => !id.includes("/packages/core/dist/"))).toEqual([]);

  const auth = await open(page, site);
  await startAndLogin(auth, site);
  // The app with the client, and what a login takes. Vite adds a script that fetches parts ahead.
  const before = site.scripts.length;
  expect(site.scripts.filter((path) => !path.includes("preload"))).toHaveLength(2);
  await signInWithCode(auth, site);
  const onDemand = site.scripts.slice(before);
  expect(onDemand.filter((path) => path.includes("passwordless"))).not.toEqual([]);
  expect(site.scripts.filter((path) => !path.startsWith("/assets/"))).toEqual([]);
});

test.describe("the file for pages without a bundler", () => {
  test("signs in under the strict policy with no other script, later flows included", async ({
    page,
    site,
  }) => {
    await writeApp(site.served, "./standalone.js", site);
    await copyFile(standalone, join(site.served, "standalone.js"));
    const auth = await open(page, site);
    await startAndLogin(auth, site);
    await signInWithCode(auth, site);
    expect(site.scripts).toEqual(["/app.js", "/standalone.js"]);
  });

  test("exports what the package does, and has nobody else's code in it", async () => {
    const exported = Object.keys(await import(standalone));
    expect(exported.toSorted()).toEqual(listed["@portico/core"].toSorted());
    const { sources } = JSON.parse(await readFile(`${standalone}.map`, "utf8"));
    expect(sources).not.toEqual([]);
    expect(sources.filter((path: string) => !path.startsWith("../src/"))).toEqual([]);
  });
});
