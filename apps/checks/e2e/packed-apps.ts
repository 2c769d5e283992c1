import { cp, mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { serveFolder } from "../stack/serve-folder.js";
import { strictHeaders } from "../stack/start-stack.js";
import { holdPort, run, start } from "./packed-apps-programs.js";
import { writeReadmeApp, writeReadmePage } from "./packed-apps-readme.js";

export { expect } from "@playwright/test";

const root = join(import.meta.dirname, "../../..");

/** Apps outside this repository that have the packages from their tarballs. */
export interface PackedApps {
  /** Where the tenant is, which has come the same way. */
  readonly tenant: string;
  /** Where an app is written. */
  readonly folder: Readonly<Record<AppName, string>>;
  /** Where it is served. */
  readonly origin: Readonly<Record<AppName, string>>;
}

/** By their folders in `packed`. */
const names = ["vite-react-19", "vite-react-18", "next", "widget"] as const;
type AppName = (typeof names)[number];

/** Something to do at the end; what was begun last ends first. */
type AtEnd = (close: () => Promise<void>) => void;

/** Packs the packages, and installs, builds and serves the apps: once for all tests of a worker. */
export const test = base.extend<{ noise: string[] }, { apps: PackedApps }>({
  apps: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of it
    async ({}, use) => {
      const parent = await realpath(await mkdtemp(join(tmpdir(), "portico-apps-")));
      const closing = [() => rm(parent, { recursive: true, force: true })];
      try {
        const folder = await installApps(parent);
        await use(await serveApps(folder, (close) => closing.unshift(close)));
      } finally {
        for (const close of closing) await close();
      }
    },
    // An install takes as long as it takes.
    { scope: "worker", timeout: 600_000 },
  ],
  // No page may break the policy it is served with, write to the console or leave an error uncaught. A test that wants
  // to see that happen empties the list.
  noise: [
    async ({ context, apps }, use) => {
      const noise: string[] = [];
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`);
        });
      });
      context.on("console", (message) => {
        const { url } = message.location();
        // The browser itself looks for an icon, and reports what the tenant refuses.
        if (url.endsWith("/favicon.ico") || url.startsWith(apps.tenant)) return;
        noise.push(message.text());
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use(noise);
      expect(noise, "console output, uncaught errors and broken policies").toEqual([]);
    },
    { auto: true },
  ],
});

/** Writes the apps beside the tarballs, and installs them as their owners would. */
async function installApps(parent: string): Promise<PackedApps["folder"]> {
  await pack(join(parent, "packages"));
  const install = async (name: AppName) => {
    const folder = join(parent, name);
    const isOwn = (path: string) => !path.includes("node_modules");
    await cp(join(root, "apps/checks/packed", name), folder, { recursive: true, filter: isOwn });
    await run(["npm", "install", "--no-audit", "--no-fund", "--prefer-offline"], { folder });
    return [name, folder];
  };
  return Object.fromEntries(await Promise.all(names.map(install)));
}

/** The tarballs as a registry would get them: it is `pnpm pack` that takes the workspace's own words out. */
async function pack(folder: string): Promise<void> {
  await mkdir(folder);
  const { config } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    config: { pnpm: string };
  };
  const pnpm = ["npx", "--yes", `pnpm@${config.pnpm}`];
  for (const name of ["core", "react", "components", "tenant"]) {
    const own = { folder: join(root, "packages", name) };
    await run([...pnpm, "pack", "--out", join(folder, `${name}.tgz`)], own);
  }
}

/** Starts the tenant that one of the apps has installed, builds the apps for it, and serves them. */
async function serveApps(folder: PackedApps["folder"], atEnd: AtEnd): Promise<PackedApps> {
  const held = await holdPort();
  atEnd(held.letGo);
  const react19 = await serveFolder(join(folder["vite-react-19"], "dist"));
  const react18 = await serveFolder(join(folder["vite-react-18"], "dist"));
  const widget = await serveFolder(join(folder.widget, "public"));
  for (const { close } of [react19, react18, widget]) atEnd(close);
  const origin = {
    "vite-react-19": originOf(react19),
    "vite-react-18": originOf(react18),
    next: originOf(held),
    widget: originOf(widget),
  };

  const tenant = await startTenant(folder["vite-react-19"], Object.values(origin), atEnd);
  const application = { domain: tenant, clientId: "portico-demo" };
  await writeReadmeApp(folder["vite-react-19"], application);
  const script = await writeReadmePage(folder.widget, application);
  const { "content-security-policy": policy = "", ...headers } = strictHeaders(tenant);
  react19.headers = react18.headers = () => ({ ...headers, "content-security-policy": policy });
  widget.headers = () => ({
    ...headers,
    "content-security-policy": policy.replace("script-src 'self'", `script-src 'self' ${script}`),
  });

  const known = { AUTH0_DOMAIN: tenant, AUTH0_CLIENT_ID: application.clientId };
  const build = (name: AppName, env = {}) =>
    run(["npm", "run", "build"], { folder: folder[name], env });
  await Promise.all([
    build("vite-react-19"),
    build("vite-react-18", prefixed("VITE_", known)),
    build("next", prefixed("NEXT_PUBLIC_", known)),
  ]);
  await held.letGo();
  const next = join(folder.next, "node_modules/next/dist/bin/next");
  const address = ["-H", "localhost", "-p", String(held.port)];
  const here = { folder: folder.next, ready: /Ready in/ };
  atEnd((await start([next, "start", ...address], here)).stop);
  return { tenant, folder, origin };
}

/** The tenant's own command. Resolves with where it is. */
async function startTenant(folder: string, origins: string[], atEnd: AtEnd): Promise<string> {
  const bin = join(folder, "node_modules/@portico/tenant/dist/bin.js");
  const known = origins.flatMap((origin) => ["--app-origin", origin]);
  const program = await start([bin, "--port", "0", ...known], { folder, ready: /ready at \S+\n/ });
  atEnd(program.stop);
  const [, address = ""] = /ready at (\S+)/.exec(program.said) ?? [];
  return address;
}

function originOf({ port }: { readonly port: number }): string {
  return `http://localhost:${port}`;
}

function prefixed(prefix: string, known: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [prefix + name, value]));
}
