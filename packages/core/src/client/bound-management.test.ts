import { afterEach, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { Engine } from "../engine/engine.js";
import { beginSession } from "../flows/keep-tokens.js";
import { boundManagement } from "./bound-management.js";
import { createAuthClient } from "./auth-client.js";

const sub = "auth0|ada";

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["managementDomain", "own.eu.auth0.com", "https://own.eu.auth0.com"],
  ["the domain, where there is no managementDomain", undefined, "https://login.example.com"],
])("management goes to %s, with a token for it", async (_, managementDomain, origin) => {
  vi.stubGlobal("window", { addEventListener: () => {}, removeEventListener: () => {} });
  const identities = [{ provider: "auth0", user_id: "ada", connection: "users", isSocial: false }];
  const fetched = vi.fn<typeof fetch>(async () => Response.json({ user_id: sub, identities }));
  vi.stubGlobal("fetch", fetched);
  const silentLogin = vi.fn<Engine["silentLogin"]>(async ({ audience = "none" }) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: "https://login.example.com/", sub, aud: "app", iat, exp: iat + 600 };
    return { accessToken: `token-for:${audience}`, idToken: "id", expiresIn: 600, claims };
  });
  const client = createAuthClient({
    domain: "login.example.com",
    clientId: "app",
    managementDomain,
    engine: () => fakeContext({ silentLogin }).engine,
  });
  await client.checkSession();
  await client.management.getUser(sub);

  const audience = `${origin}/api/v2/`;
  expect(client.management.audience).toBe(audience);
  const scope = "openid read:current_user";
  expect(silentLogin.mock.lastCall?.[0]).toMatchObject({ audience, scope });
  expect(fetched).toHaveBeenCalledOnce();
  const [address, request] = fetched.mock.lastCall ?? [];
  expect(address).toBe(`${audience}users/auth0%7Cada`);
  expect(new Headers(request?.headers).get("authorization")).toBe(`Bearer token-for:${audience}`);
});

test("a call is dropped where somebody else has signed in while its code was loading", async () => {
  const fetched = vi.fn<typeof fetch>();
  vi.stubGlobal("fetch", fetched);
  const context = fakeContext({});
  const tokensOf = (who: string) => ({
    accessToken: `at of ${who}`,
    idToken: "id",
    expiresIn: 600,
    claims: { iss: "i", sub: who, aud: "app", iat: 1, exp: 1 },
  });
  beginSession(context, tokensOf("ada"), { scope: "openid" }, true);
  const credential = { deviceName: "phone", deviceId: "1", value: "a public key" };
  const created = boundManagement(context).createDeviceCredential(credential);
  beginSession(context, tokensOf("bob"), { scope: "openid" }, true);
  await expect(created).rejects.toMatchObject({ code: "aborted" });
  expect(fetched).not.toHaveBeenCalled();
});
