import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";
import { chromium } from "playwright";
import { findChrome } from "../chrome.mjs";
import { freePort } from "../shared/free-port.mjs";
import { originsOf, startLocalTenant } from "../shared/local-tenant.mjs";
import { cache, root, viteConfig } from "../shared/root.mjs";
import { auth0Bytes, demoBytes, reactBytes, widgetBytes } from "./bytes.mjs";
import { apiBytes, buildCorePage, coreBytes } from "./core-page.mjs";
import { hooksBytes } from "./hooks-bytes.mjs";
import { buildLoginPage, loginPageBytes } from "./login-page.mjs";
import { signInPage, signInWalk } from "./sign-in-page.mjs";

const folder = join(cache, "figures");
const demo = join(root, "apps/demo");

/** Builds the demo against a tenant of its own, looks at it in a browser and weighs the files. */
export async function measure() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await freePort(4200);
  const tenant = await startLocalTenant({
    origins: originsOf(port),
    port: await freePort(4300),
    database: join(folder, "tenant.db"),
  });
  try {
    const outDir = await buildDemo(tenant.env);
    const coreDir = await buildCorePage(folder);
    const loginDir = await buildLoginPage(folder);
    const config = { domain: tenant.url, clientId: tenant.env.VITE_AUTH0_CLIENT_ID };
    const user = { email: tenant.user.email, password: tenant.user.password };
    const { signIn, core, login } = await inBrowser(async (browser) => ({
      // On the tenant's own site, where its cookies are seen.
      signIn: await atPreview(outDir, "localhost", port, async (address) => {
        const url = `${address}/sign-in`;
        const typed = await signInPage(await (await browser.newContext()).newPage(), url);
        const page = await (await browser.newContext()).newPage();
        return { ...typed, loadedByLogin: await signInWalk(page, url, tenant.user) };
      }),
      core: await atPreview(coreDir, "localhost", port, async (address) =>
        coreBytes(await browser.newPage(), coreDir, { address, config, user }),
      ),
      login: await atPreview(loginDir, "localhost", port, async (address) =>
        loginPageBytes(await browser.newPage(), loginDir, { address, config, user }),
      ),
    }));
    const { loaded, loadedByLogin, ...renders } = signIn;
    const [react, auth0] = [await reactBytes(), await auth0Bytes()];
    const own = demoBytes(outDir, loaded, loadedByLogin);
    const bytes = { ...own, react, auth0, widget: widgetBytes() };
    return { bytes, renders, core, login, api: await apiBytes(), hooks: await hooksBytes() };
  } finally {
    await tenant.close();
  }
}

/** A build of its own: the tenant's address is part of the code, and apps/demo/dist is not ours to change. */
async function buildDemo(env) {
  const outDir = join(folder, "demo");
  // Starting the tenant made this process one for development, and what it builds as well.
  Object.assign(process.env, env, { NODE_ENV: "production" });
  await build({
    configFile: viteConfig,
    root: demo,
    mode: "built",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, manifest: true },
  });
  return outDir;
}

async function atPreview(outDir, host, port, work) {
  const server = await preview({
    configFile: viteConfig,
    root: demo,
    build: { outDir },
    preview: { host, port, strictPort: true },
  });
  try {
    return await work(`http://${host}:${port}`);
  } finally {
    await server.close();
  }
}

async function inBrowser(work) {
  const { executablePath, env } = await findChrome();
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
