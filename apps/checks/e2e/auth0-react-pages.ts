import { rm } from "node:fs/promises";
import { join } from "node:path";
import { buildAs } from "../stack/build-as.js";
import { serveFolder } from "../stack/serve-folder.js";
import { temporaryFolder, type Stack } from "../stack/start-stack.js";
import { test as base } from "./fixtures.js";

const harness = join(import.meta.dirname, "../harness/auth0-react");

/** What the app's import of @auth0/auth0-react leads to. */
export const libraries = ["@auth0/auth0-react", "@portico/react/auth0-react"] as const;

/** One build of the app for each library, and where it is served. */
export type Builds = Readonly<Record<(typeof libraries)[number], string>>;

export const test = base.extend<object, { builds: Builds }>({
  builds: [
    async ({ stack }, use) => {
      const served = await Promise.all(libraries.map(() => serveBuild()));
      const [auth0React, portico] = served;
      if (!auth0React || !portico) throw new Error("There are two libraries.");
      const builds = {
        "@auth0/auth0-react": auth0React.origin,
        "@portico/react/auth0-react": portico.origin,
      };
      const origins = Object.values(builds);
      await registerApp(stack, origins);
      await buildApp(auth0React.folder, stack, {});
      await buildApp(portico.folder, stack, { "@auth0/auth0-react": "@portico/react/auth0-react" });
      await use(builds);
      for (const { close } of served) await close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

const clientId = "auth0-react-app";

async function serveBuild() {
  const folder = await temporaryFolder();
  const served = await serveFolder(folder);
  return {
    folder,
    origin: `http://localhost:${served.port}`,
    async close() {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function registerApp({ tenant }: Stack, origins: string[]): Promise<void> {
  const addresses = { callbacks: origins, webOrigins: origins, logoutUrls: origins };
  await tenant.seed({ clients: [{ clientId, name: "An app", ...addresses }] });
}

/** As its users build it, with React's development build, which warns where something is wrong. */
async function buildApp(
  folder: string,
  { tenant }: Stack,
  alias: Readonly<Record<string, string>>,
): Promise<void> {
  Object.assign(process.env, {
    VITE_AUTH0_DOMAIN: tenant.url,
    VITE_AUTH0_CLIENT_ID: clientId,
  });
  await buildAs("development", {
    root: harness,
    resolve: { alias },
    build: { outDir: folder, emptyOutDir: true },
  });
}
