import { expect, test } from "vitest";
import { finding, type FindingCode, type FindingDetails, type Severity } from "./finding.js";

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

const codes = Object.keys(examples) as FindingCode[];

test.each(codes)(
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

/** All but these are errors: something that the configuration asks for cannot work. */
const lesser: { readonly [Code in FindingCode]?: Severity } = {
  opener_policy: "warning",
  different_site: "warning",
  popups_blocked: "warning",
  popups_cut_off: "warning",
  loopback_consent: "warning",
  consent_required: "warning",
  management_on_custom_domain: "hint",
  development_keys: "hint",
};

test.each(codes)("%s is as serious as what it stops", (code) => {
  expect(finding(code, examples[code], "abc")).toMatchObject({
    code,
    severity: lesser[code] ?? "error",
    details: examples[code],
  });
});

test.each([
  ["authorization_code", "Authorization Code"],
  ["implicit", "Implicit"],
  ["refresh_token", "Refresh Token"],
  ["http://auth0.com/oauth/grant-type/password-realm", "Password"],
  ["http://auth0.com/oauth/grant-type/mfa-otp", "MFA"],
  // One that has no name of its own there.
  ["urn:example:grant", "urn:example:grant"],
])("the grant %s is called %s in the dashboard", (grant, name) => {
  expect(finding("grant_off", { grant }, "abc").remedy).toContain(`switch on ${name}.`);
});

test.each([
  [90, 100, "90 seconds ahead of this one", true],
  [-90, 100, "90 seconds behind this one", true],
  [290, 300, "290 seconds ahead of this one", true],
  // More than the configuration takes.
  [291, 301, "291 seconds ahead of this one", false],
])("a clock %i seconds ahead is said in words, a leeway only where it may be set", (...row) => {
  const [seconds, leeway, words, isOffered] = row;
  const { what, remedy } = finding("clock_skew", { seconds, leeway }, "abc");
  expect(what).toBe(`The tenant's clock is ${words}.`);
  expect(remedy.includes(`configure leeway: ${leeway}.`)).toBe(isOffered);
  expect(remedy.includes("no leeway makes up")).toBe(!isOffered);
});

test.each([
  ["connect-src", "No request leaves the page."],
  ["frame-src", "Silent login does not work."],
])("what a policy's %s stops is told", (directive, consequence) => {
  const details = { directive, origin: "https://id.example" };
  expect(finding("blocked_by_own_policy", details, "abc")).toMatchObject({
    consequence,
    remedy: `Add https://id.example to ${directive} of the page's Content-Security-Policy.`,
  });
});

test.each([
  ["https://api.example", "Applications > APIs > https://api.example > Settings: switch on Allow"],
  [undefined, "Have the application be a first-party one"],
])("consent to %s is dispensed with by its own setting", (audience, remedy) => {
  expect(finding("consent_required", { audience }, "abc").remedy).toContain(remedy);
});
