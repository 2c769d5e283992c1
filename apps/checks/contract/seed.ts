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
  /** Its users sign in to an organization, and to none but by choosing one. */
  business: "contract-business",
} as const;

/** Users besides those of the sample seed. */
export const people = {
  blocked: { email: "blocked-by-hand@example.com", password: "Blocked-by-hand-1" },
  named: { username: "annie", email: "annie@example.com", password: "Named-user-1" },
  twoFactors: { email: "hedy@example.com", password: "Frequency-Hopping-1942" },
  /** A code is sent to them. */
  byPhone: { email: "by-phone@example.com", password: "Second-by-phone-1" },
  /** Their first second factor is still to come. */
  toEnroll: { email: "to-enroll@example.com", password: "Second-to-come-1" },
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
      { ...client, clientId: clients.business, name: "F", organizationUsage: "require" },
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
      { ...people.byPhone, mfa: { phoneNumber: "+15551234567" } },
      { ...people.toEnroll, mfaRequired: true },
      { ...people.named, connection: "named" },
      { ...people.named, connection: "talkative" },
    ],
    apis: [{ audience: consentAudience, scopes: ["read:all"], skipConsent: false }],
  };
}
