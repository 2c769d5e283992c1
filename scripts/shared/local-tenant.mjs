import { loadTenant } from "./load-tenant.mjs";

/** The addresses a page on `port` can have on this computer. */
export const originsOf = (port) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

/**
 * Starts a tenant, seeded with the sample user and client, for an app at `origins`. Logins and logouts may come back to
 * `pages` too.
 */
export async function startLocalTenant({ origins, pages = [], port, database }) {
  const { startTenant, sampleSeed, close } = await loadTenant();
  const seed = sampleSeed(origins);
  seed.clients[0].callbacks.push(...pages);
  seed.clients[0].logoutUrls.push(...pages);
  const tenant = await startTenant({ port, database, seed });
  return {
    url: tenant.url,
    port: tenant.port,
    user: seed.users[0],
    env: {
      VITE_AUTH0_DOMAIN: tenant.url,
      VITE_AUTH0_CLIENT_ID: seed.clients[0].clientId,
    },
    async close() {
      await tenant.close();
      await close();
    },
  };
}
