import type { SeedConnection, SeedOrganization, SeedUser, TenantSeed } from "./seed.js";

/** The demo's seed: one client for every given origin, and users for every way to sign in. */
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
    connections: connections(),
    users: users(),
    organizations: organizations(),
    apis: [
      { audience: "https://api.portico.example", scopes: ["read:projects", "write:projects"] },
    ],
    logoutUrls: addresses,
  };
}

function connections(): SeedConnection[] {
  return [
    { name: "Username-Password-Authentication", passwordPolicy: "good" },
    { name: "email", strategy: "email" },
    { name: "sms", strategy: "sms" },
    {
      name: "google-oauth2",
      strategy: "google-oauth2",
      kind: "social",
      displayName: "Google",
      users: [
        {
          id: "100000000000000000001",
          email: "grace@example.com",
          name: "Grace Hopper",
          givenName: "Grace",
          familyName: "Hopper",
        },
        // The address of a database user, and still a user of its own until the two are linked.
        { id: "100000000000000000002", email: "ada@example.com", name: "Ada Lovelace" },
        {
          id: "100000000000000000003",
          email: "alan@example.com",
          emailVerified: false,
          name: "Alan Turing",
        },
      ],
    },
    {
      name: "github",
      strategy: "github",
      kind: "social",
      displayName: "GitHub",
      users: [
        { id: "1001", email: "margaret@example.com", name: "Margaret Hamilton" },
        { id: "1002", name: "Konrad Zuse" },
      ],
    },
    {
      name: "enterprise",
      strategy: "samlp",
      kind: "enterprise",
      displayName: "Enterprise",
      domains: ["enterprise.example"],
      users: [
        { id: "katherine", email: "katherine@enterprise.example", name: "Katherine Johnson" },
        { id: "dorothy", email: "dorothy@enterprise.example", name: "Dorothy Vaughan" },
      ],
    },
  ];
}

function users(): SeedUser[] {
  return [
    { email: "ada@example.com", password: "Analytical-Engine-1843", name: "Ada Lovelace" },
    {
      email: "hedy@example.com",
      password: "Frequency-Hopping-1942",
      name: "Hedy Lamarr",
      mfa: {
        totpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
        recoveryCode: "HEDY2LAMARR4RECOVERY6KEY",
      },
    },
  ];
}

function organizations(): SeedOrganization[] {
  return [
    {
      name: "analytical-society",
      displayName: "Analytical Society",
      members: ["ada@example.com"],
    },
    {
      name: "observatory",
      displayName: "Royal Observatory",
      members: ["hedy@example.com"],
    },
  ];
}
