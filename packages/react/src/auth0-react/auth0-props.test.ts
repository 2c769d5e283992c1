// @vitest-environment jsdom
import { createAuthClient, type AuthConfig } from "@portico/core";
import { createFakeClient, createFakeEngine } from "@portico/core/testing";
import { describe, expect, test } from "vitest";
import { ownPropsFrom, type Auth0Props } from "./auth0-props.js";

const app = { domain: "tenant.invalid", clientId: "spa" };

/** The configuration of the client that the provider makes. */
function configFrom(props: AuthConfig & Auth0Props): AuthConfig {
  const own = ownPropsFrom(props);
  if (own.client) throw new Error("No client was given.");
  return own;
}

test("a ready client stays as it is, with what is no configuration", () => {
  const props = { client: createFakeClient(), skipRedirectCallback: true, children: "page" };
  expect(ownPropsFrom(props)).toEqual(props);
  expect(ownPropsFrom({ ...app, children: "page" })).toMatchObject({ children: "page" });
});

test("a configuration of our own stays as it is", () => {
  const config = { ...app, redirectUri: "https://app.example", scope: "openid", leeway: 5 };
  expect(configFrom(config)).toEqual(config);
});

test("authorizationParams are the configuration's own keys", () => {
  const authorizationParams = {
    redirect_uri: "https://app.example/back",
    audience: "https://api.example",
    scope: "openid read:all",
    organization: "org_1",
  };
  expect(configFrom({ ...app, authorizationParams, cacheLocation: "memory" })).toEqual({
    ...app,
    redirectUri: "https://app.example/back",
    audience: "https://api.example",
    scope: "openid read:all",
    organization: "org_1",
  });
});

describe("useRefreshTokens", () => {
  test.each([
    [{}, "openid profile email offline_access"],
    [{ authorizationParams: { scope: "openid a" } }, "openid a offline_access"],
    [{ authorizationParams: { scope: "offline_access a" } }, "offline_access a"],
  ])("with %j asks for %j", (props, scope) => {
    const config = configFrom({
      ...app,
      ...props,
      useRefreshTokens: true,
      useRefreshTokensFallback: true,
    });
    expect(config.scope).toBe(scope);
  });

  test("set to false asks for nothing", () => {
    expect(configFrom({ ...app, useRefreshTokens: false }).scope).toBeUndefined();
  });

  test("adds to the scope that a client asks for anyway", async () => {
    const scopeOf = async (props: Auth0Props) => {
      const engine = createFakeEngine();
      const client = createAuthClient({ ...configFrom({ ...app, ...props }), engine });
      await client.buildAuthorizeUrl();
      return String(engine.calls[0]?.asked["scope"]);
    };
    expect(await scopeOf({ useRefreshTokens: true })).toBe(`${await scopeOf({})} offline_access`);
  });
});

describe("what cannot be had is refused", () => {
  test.each([
    [
      { cacheLocation: "localstorage" },
      /^Auth0Provider was given the cacheLocation "localstorage"\. /,
    ],
    [{ useRefreshTokensFallback: false }, /the unknown key "useRefreshTokensFallback"/],
    [{ authorizationParams: { prompt: "login" } }, /the unknown key "prompt"/],
    [{ cookieDomain: "example.com" }, /the unknown key "cookieDomain"/],
  ])("%j", (props: object, message) => {
    expect(() => createAuthClient(configFrom({ ...app, ...props }))).toThrow(message);
  });

  test("by the compiler too", () => {
    const refused: Auth0Props[] = [
      // @ts-expect-error no tokens in localStorage
      { cacheLocation: "localstorage" },
      // @ts-expect-error the tenant is always asked silently where a refresh token does not do
      { useRefreshTokensFallback: false },
      // @ts-expect-error a matter of single calls
      { authorizationParams: { prompt: "login" } },
      // @ts-expect-error our spelling
      { authorizationParams: { redirectUri: "https://app.example" } },
    ];
    expect(refused).toHaveLength(4);
  });
});
