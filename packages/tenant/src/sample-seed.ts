import type { TenantSeed } from "./seed.js";

/** The demo's seed: one client for every given origin, one user, one API. */
export function sampleSeed(appOrigins: string[]): TenantSeed {
  // Some clients send the bare origin, some with the slash; the lists are compared exactly.
  const addresses = appOrigins.flatMap((origin) => [origin, `${origin}/`]);
  return {
    clients: [
      {
        clientId: "portico-demo",
        name: "Atrium",
        callbacks: addresses,
        webOrigins: appOrigins,
        logoutUrls: addresses,
        refreshTokenRotation: true,
      },
    ],
    connections: [{ name: "Username-Password-Authentication", passwordPolicy: "good" }],
    users: [{ email: "ada@example.com", password: "Analytical-Engine-1843", name: "Ada Lovelace" }],
    apis: [
      { audience: "https://api.portico.example", scopes: ["read:projects", "write:projects"] },
    ],
    logoutUrls: addresses,
  };
}
