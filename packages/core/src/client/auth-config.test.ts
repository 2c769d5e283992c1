import { describe, expect, test } from "vitest";
import { resolveConfig, type AuthConfig } from "./auth-config.js";

const good: AuthConfig = { domain: "example.eu.auth0.com", clientId: "spa" };

test("fills in the defaults", () => {
  expect(resolveConfig(good)).toEqual({
    origin: "https://example.eu.auth0.com",
    issuer: "https://example.eu.auth0.com/",
    clientId: "spa",
    audience: undefined,
    scope: "openid profile email",
    responseType: "code",
    databaseConnection: "Username-Password-Authentication",
    loginVia: "in-page",
    checkSessionOnStart: true,
    rememberLastSignIn: false,
    storage: "memory",
    organization: undefined,
    managementOrigin: "https://example.eu.auth0.com",
    engine: undefined,
    leeway: 60,
    redirectUri: expect.any(Function),
    popupRedirectUri: expect.any(Function),
    deadlines: { request: 15_000, silent: 10_000, keys: 10_000, popup: 120_000 },
  });
});

test("keeps what is given, a leeway of 0 and a check that is off included", () => {
  const given = {
    audience: "https://api.example",
    scope: "openid offline_access",
    responseType: "token id_token",
    databaseConnection: "users",
    loginVia: "redirect",
    checkSessionOnStart: false,
    leeway: 0,
    deadlines: { request: 1, silent: 2, keys: 3 },
  } as const;
  const redirectUri = "https://app.example/callback";
  const resolved = resolveConfig({ ...good, ...given, redirectUri });
  expect(resolved).toMatchObject(given);
  expect(resolved.redirectUri()).toBe(redirectUri);
});

test("takes a frozen configuration and leaves it as it is", () => {
  const deadlines = Object.freeze({ silent: 5 });
  const config = Object.freeze({ ...good, deadlines });
  const before = JSON.stringify(config);
  const resolved = resolveConfig(config);
  expect(resolved.deadlines).toEqual({ request: 15_000, silent: 5, keys: 10_000, popup: 120_000 });
  expect(JSON.stringify(config)).toBe(before);
});

test("takes undefined for not given, everywhere", () => {
  const nothing = Object.fromEntries(
    ["redirectUri", "audience", "scope", "responseType", "loginVia", "leeway"].map((key) => [
      key,
      undefined,
    ]),
  );
  const deadlines = { request: undefined } as unknown as { request: number };
  const given = resolveConfig({ ...good, ...nothing, deadlines });
  expect(JSON.stringify(given)).toBe(JSON.stringify(resolveConfig(good)));
});

describe("the tenant", () => {
  test.each([
    ["example.eu.auth0.com", "https://example.eu.auth0.com"],
    ["example.eu.auth0.com/", "https://example.eu.auth0.com"],
    ["https://login.example.com", "https://login.example.com"],
    ["HTTPS://Login.Example.com/", "https://login.example.com"],
    ["login.example.com:8443", "https://login.example.com:8443"],
    ["httpfoo.eu.auth0.com", "https://httpfoo.eu.auth0.com"],
    ["localhost:4101", "https://localhost:4101"],
    ["http://localhost:4101", "http://localhost:4101"],
    ["http://127.0.0.1:4101", "http://127.0.0.1:4101"],
    ["http://[::1]:4101", "http://[::1]:4101"],
    ["http://tenant.localhost:4101", "http://tenant.localhost:4101"],
  ])("%s is at %s", (domain, origin) => {
    expect(resolveConfig({ ...good, domain })).toMatchObject({ origin, issuer: `${origin}/` });
  });

  test.each<[string, unknown]>([
    ["nothing", ""],
    ["undefined", undefined],
    ["a number", 7],
    ["a path", "example.com/tenant"],
    ["a query", "example.com/?a"],
    ["a fragment", "example.com/#a"],
    ["a user", "https://user@example.com"],
    ["a password", "https://:pw@example.com"],
    ["a space", "exa mple.com"],
    ["another scheme", "ftp://example.com"],
    ["plain http elsewhere", "http://example.com"],
    ["plain http by a name that only begins like this machine", "http://localhost.example.com"],
    ["plain http by an address that only begins like it", "http://127.0.0.1.example.com"],
  ])("is not at %s", (_, domain) => {
    expect(() => resolveConfig({ ...good, domain: domain as string })).toThrow(
      /^Portico was configured with .+\. Nobody can sign in\. .+\.$/,
    );
  });
});

describe("refuses with what happened, what follows and what to do", () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ["no clientId", { clientId: undefined }, /no clientId\..+application's settings/],
    ["an empty clientId", { clientId: "" }, /no clientId/],
    ["auth0-js's spelling", { clientID: "spa" }, /unknown key "clientID"\..+called clientId here/],
    ["a former key", { callbackURL: "x" }, /called redirectUri here/],
    ["a former switch", { callbackOnLocationHash: true }, /called responseType here/],
    ["an unknown key", { foo: 1 }, /unknown key "foo"\..+The keys are domain, clientId,/],
    ["the name of a prototype's member", { constructor: 1 }, /unknown key "constructor"/],
    ["a fraction of leeway", { leeway: 0.5 }, /leeway/],
    ["a leeway below 0", { leeway: -1 }, /leeway/],
    ["a leeway above 300", { leeway: 301 }, /leeway/],
    ["a leeway that is text", { leeway: "60" }, /leeway/],
    ["a leeway that is no number", { leeway: Number.NaN }, /leeway/],
    [
      "another responseType",
      { responseType: "id_token" },
      /unknown responseType\..+Use "code" or "token id_token"\.$/,
    ],
    [
      "another loginVia",
      { loginVia: "popup" },
      /Use "in-page" or "redirect" or "password-realm"\.$/,
    ],
    ["half an address", { redirectUri: "/callback" }, /redirectUri/],
    ["half an address for popups", { popupRedirectUri: "/popup" }, /popupRedirectUri that is no/],
    [
      "a Management API on a path",
      { managementDomain: "example.eu.auth0.com/api/v2" },
      /managementDomain/,
    ],
    ["a Management API over plain http", { managementDomain: "http://example.com" }, /managementD/],
    [
      "a storage by another name",
      { storage: "local" },
      /unknown storage\..+Use "memory" or "session" or an object with read and write\.$/,
    ],
    ["a storage that cannot write", { storage: { read: () => null } }, /unknown storage/],
    ["a storage that is nothing", { storage: null }, /unknown storage/],
    ["a deadline of 0", { deadlines: { request: 0 } }, /deadline/],
    ["a deadline below 0", { deadlines: { silent: -1 } }, /deadline/],
    ["a deadline that is no number", { deadlines: { keys: Number.NaN } }, /deadline/],
  ])("%s", (_, over, message) => {
    const config = { ...good, ...over };
    expect(() => resolveConfig(config)).toThrow(message);
    expect(() => resolveConfig(config)).toThrow(/Nobody can sign in\./);
  });
});
