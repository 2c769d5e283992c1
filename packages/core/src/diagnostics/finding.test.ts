import { expect, test } from "vitest";
import { createFakeClient } from "../testing/fake-client.js";
import { diagnose } from "./diagnose.js";
import { finding, type FindingCode, type FindingDetails } from "./finding.js";

const examples: FindingDetails = {
  insecure_context: { origin: "http://app.example" },
  storage_blocked: {},
  opener_policy: { policy: "same-origin" },
  blocked_by_own_policy: { directive: "connect-src", origin: "https://id.example" },
  foreign_redirect_uri: { redirectUri: "https://other.example/" },
  tenant_unreachable: { origin: "https://id.example" },
  not_an_auth0_tenant: { origin: "https://id.example" },
  unknown_client: { clientId: "abc" },
  not_a_public_client: { clientId: "abc" },
  origin_not_allowed: { origin: "https://app.example" },
  callback_not_allowed: { redirectUri: "https://app.example/in" },
  frames_refused: { origin: "https://id.example" },
  no_silent_answer: { redirectUri: "https://app.example/in" },
  cross_origin_login_off: {},
  grant_off: { grant: "refresh_token" },
  unknown_connection: { connection: "users" },
  unknown_organization: { organization: "acme" },
  unknown_audience: { audience: "https://api.example" },
  management_on_custom_domain: { audience: "https://id.example/api/v2/" },
  different_site: { app: "https://app.example", tenant: "https://id.test" },
  third_party_cookies_blocked: { app: "https://app.example", tenant: "https://id.test" },
  popups_blocked: {},
  popups_cut_off: { origin: "https://id.example" },
  clock_skew: { seconds: 90, leeway: 100 },
  unsupported_algorithm: {},
  loopback_consent: { origin: "http://localhost:3000" },
  consent_required: { audience: "https://api.example" },
  development_keys: { connection: "google-oauth2" },
};

test.each(Object.keys(examples) as FindingCode[])(
  "%s says what is wrong, what follows and what to change, in whole sentences",
  (code) => {
    const { what, consequence, remedy } = finding(code, examples[code], "abc");
    for (const sentence of [what, consequence, remedy]) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toContain("undefined");
    }
    // What it is about stands in its words, to be copied.
    const details: unknown[] = Object.values(examples[code]);
    const named = details.filter((value) => typeof value === "string" && value.includes("://"));
    for (const value of named) expect(what + remedy).toContain(value);
  },
);

test.each([
  ["origin_not_allowed", "Applications > abc > Settings > Allowed Web Origins: add https://app."],
  [
    "callback_not_allowed",
    "Applications > abc > Settings > Allowed Callback URLs: add https://app.",
  ],
  ["cross_origin_login_off", "switch on Allow Cross-Origin Authentication."],
  [
    "grant_off",
    "Applications > abc > Settings > Advanced Settings > Grant Types: switch on Refresh Token.",
  ],
  ["unsupported_algorithm", "Advanced Settings > OAuth > JsonWebToken Signature Algorithm: RS256."],
  ["clock_skew", "configure leeway: 100."],
] as const)("%s names the setting by its path", (code, path) => {
  expect(finding(code, examples[code], "abc").remedy).toContain(path);
});

test.each([
  ["authorization_code", "Authorization Code"],
  ["implicit", "Implicit"],
  ["http://auth0.com/oauth/grant-type/password-realm", "Password"],
  ["http://auth0.com/oauth/grant-type/mfa-otp", "MFA"],
])("the grant %s is called %s in the dashboard", (grant, name) => {
  expect(finding("grant_off", { grant }, "abc").remedy).toContain(`switch on ${name}.`);
});

test("no leeway is recommended that the configuration would refuse", () => {
  const { remedy } = finding("clock_skew", { seconds: -900, leeway: 910 }, "abc");
  expect(remedy).not.toContain("configure leeway");
});

test("a client that createAuthClient did not make is refused with the remedy", async () => {
  await expect(diagnose(createFakeClient())).rejects.toThrow("Pass the app's own client.");
});
