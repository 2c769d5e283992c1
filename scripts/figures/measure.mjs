import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, preview } from "vite";
import { chromium } from "playwright";
import { findChrome } from "../chrome.mjs";
import { freePort } from "../shared/free-port.mjs";
import { originsOf, startLocalTenant } from "../shared/local-tenant.mjs";
import { cache, root, viteConfig } from "../shared/root.mjs";
import { auth0Bytes, demoBytes, reactBytes } from "./bytes.mjs";
import { signInPage } from "./sign-in-page.mjs";

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
    const { loaded, ...renders } = await inBrowser(outDir, port);
    const [react, auth0] = [await reactBytes(), await auth0Bytes()];
    return { bytes: { ...demoBytes(outDir, loaded), react, auth0 }, renders };
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
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, manifest: true },
  });
  return outDir;
}

async function inBrowser(outDir, port) {
  const { executablePath, env } = await findChrome();
  const server = await preview({
    configFile: viteConfig,
    root: demo,
    build: { outDir },
    preview: { host: "127.0.0.1", port, strictPort: true },
  });
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    return await signInPage(await browser.newPage(), `http://127.0.0.1:${port}/sign-in`);
  } finally {
    await browser.close();
    await server.close();
  }
}
