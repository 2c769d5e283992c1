import { sampleSeed, startTenant, type FaultName, type RunningTenant } from "@portico/tenant";
import * as client from "openid-client";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { signInByForm } from "./sign-in-by-form.js";

// What the tenant's fault switches produce is judged by a relying party that knows nothing of them: a defect that it
// takes for sound would be no defect, and everything that is called forged here has to be forged to others as well.

const callback = "http://localhost:3000/callback";
const user = { email: "ada@example.com", password: "Analytical-Engine-1843" };

/** Defects of the ID token that openid-client 6.8.9 refuses a login for. */
const refused = [
  "wrong-issuer",
  "issuer-without-slash",
  "missing-issuer",
  "wrong-audience",
  "missing-audience",
  "multiple-audiences",
  "wrong-nonce",
  "missing-nonce",
  "expired",
  "exp-not-number",
  "missing-exp",
  "iat-not-number",
  "missing-iat",
  "not-yet-valid",
  "missing-sub",
  "old-auth-time",
  "missing-auth-time",
  "wrong-key",
  "alg-none",
  "hs256",
  "ps256",
  "es256",
  "crit-header",
  "unknown-kid",
  "empty-signature",
  "two-parts",
  "broken-base64",
  "payload-null",
] as const;

/** Those that are none for it, and why. Ours refuses each of them where it can tell. */
const taken = {
  "wrong-azp": "it looks at the party where there are several audiences",
  "future-iat": "it has no rule for a token of the future",
  "missing-at-hash": "optional at the token endpoint (OpenID Connect Core 3.1.3.6)",
  "wrong-at-hash": "it compares the hash on the front channel only",
  "missing-kid": "one key is all there is",
  "wrong-org-id": "organizations are Auth0's own",
} as const;

/** Answers of the token endpoint that are none. */
const answers: readonly FaultName[] = [
  "network",
  "text403",
  "empty403",
  "html500",
  "json500",
  "empty500",
  "html502",
  "json502",
  "empty503",
  "text200",
  "html200",
  "empty200",
  "empty204",
  "null200",
  "object200",
  "array200",
  "error200",
  "large200",
  "429-attempts",
  "429-suspicious",
  "429-global",
  "json-truncated",
  "body-cut",
  "id-token-absent",
];

/** Key sets by which nothing can be verified. */
const keySets: readonly FaultName[] = [
  "jwks-down",
  "jwks-garbage",
  "jwks-empty",
  "jwks-unknown-kid",
];

let tenant: RunningTenant;
beforeAll(async () => {
  const seed = sampleSeed(["http://localhost:3000"]);
  const [sample] = seed.clients;
  if (!sample) throw new Error("The sample seed has no client.");
  const clients = [{ ...sample, callbacks: [callback], clientId: "public" }];
  tenant = await startTenant({ port: 0, scryptCost: 2, seed: { ...seed, clients } });
});
beforeEach(() => tenant.faults.clear());
afterAll(() => tenant.close());

/** Signs in, and meets the fault where the code is redeemed. */
async function signInWith(fault: FaultName, path?: string): Promise<void> {
  const config = await client.discovery(
    new URL(tenant.issuer),
    "public",
    undefined,
    client.None(),
    { execute: [client.allowInsecureRequests] },
  );
  client.enableNonRepudiationChecks(config);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: "openid profile email",
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
    state: expectedState,
    nonce: expectedNonce,
    max_age: "3600",
  });
  const returned = await signInByForm(tenant, address, user);
  const { id } = tenant.faults.add({ match: path ? { path } : {}, times: "always", fault });
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, maxAge: 3600 };
  try {
    await client.authorizationCodeGrant(config, returned, { ...checks, idTokenExpected: true });
  } finally {
    expect(tenant.faults.list().find((rule) => rule.id === id)?.hits).toBeGreaterThan(0);
  }
}

describe("openid-client as the judge of the tenant's faults", () => {
  test.each(refused)("refuses an ID token with the defect %s", async (defect) => {
    await expect(signInWith(`token:${defect}`)).rejects.toBeInstanceOf(Error);
  });

  test.each(Object.entries(taken))("takes an ID token with %s: %s", async (defect) => {
    await expect(signInWith(`token:${defect}` as FaultName)).resolves.toBeUndefined();
  });

  test.each(answers)("refuses %s at the token endpoint", async (fault) => {
    await expect(signInWith(fault, "/oauth/token")).rejects.toBeInstanceOf(Error);
  });

  test.each(keySets)("refuses an ID token by the keys of %s", async (fault) => {
    await expect(signInWith(fault, "/.well-known/jwks.json")).rejects.toBeInstanceOf(Error);
  });
});
