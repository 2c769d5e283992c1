import type { TenantSeed } from "@portico/tenant";

/** An application of each kind that the contract needs beside the stack's own. */
export const clients = {
  /** Cross-origin login is switched off. */
  noCrossOrigin: "contract-no-cross-origin",
  /** Not one origin is listed. */
  noOrigins: "contract-no-origins",
  /** No callback of this page is listed. */
  noCallbacks: "contract-no-callbacks",
  /** Only codes may be exchanged. */
  codeOnly: "contract-code-only",
  /** Somebody else's: its users are asked for consent. */
  thirdParty: "contract-third-party",
} as const;

/** Users besides those of the sample seed. */
export const people = {
  blocked: { email: "blocked-by-hand@example.com", password: "Blocked-by-hand-1" },
  named: { username: "annie", email: "annie@example.com", password: "Named-user-1" },
  twoFactors: { email: "hedy@example.com", password: "Frequency-Hopping-1942" },
} as const;

/** What cannot be asked for silently, because every user is asked first. */
export const consentAudience = "https://consent.portico.example";
export const audience = "https://api.portico.example";

/** Added to the stack's own seed before each case. */
export function contractSeed(app: string): TenantSeed {
  const page = `${app}/harness/contract.html`;
  const client = { callbacks: [page, app], webOrigins: [app], logoutUrls: [page] };
  return {
    clients: [
      { ...client, clientId: clients.noCrossOrigin, name: "A", crossOriginLogin: false },
      { ...client, clientId: clients.noOrigins, name: "B", webOrigins: [] },
      { ...client, clientId: clients.noCallbacks, name: "C", callbacks: [] },
      { ...client, clientId: clients.codeOnly, name: "D", grantTypes: ["authorization_code"] },
      { ...client, clientId: clients.thirdParty, name: "E", firstParty: false },
    ],
    connections: [
      { name: "named", passwordPolicy: "good", requiresUsername: true },
      { name: "closed", passwordPolicy: "good", signup: false },
      {
        name: "talkative",
        passwordPolicy: "good",
        legacySignupErrors: true,
        requiresUsername: true,
      },
      { name: "wary", passwordPolicy: "good", noDictionary: true, noUserInfo: true },
    ],
    users: [
      { ...people.blocked, blocked: true },
      { ...people.named, connection: "named" },
      { ...people.named, connection: "talkative" },
    ],
    apis: [{ audience: consentAudience, scopes: ["read:all"], skipConsent: false }],
  };
}
