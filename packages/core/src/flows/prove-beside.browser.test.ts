import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import type { AskedFor } from "../session/asked-for.js";
import type { Transaction } from "../transaction/transaction.js";
import { completeCallback } from "./complete-callback.js";
import { currentSession, type FlowContext } from "./flow-context.js";
import { getAccessToken } from "./get-access-token.js";
import { beginSession } from "./keep-tokens.js";
import type { ReauthenticateParams } from "./prove-again.js";
import { reauthenticate } from "./reauthenticate.js";

const api = "https://accounts.example/";
const scope = "openid profile email offline_access";

beforeEach(() => {
  const opened = { stop: () => {}, close: () => {} } as unknown as Window;
  vi.stubGlobal("open", () => opened);
});
afterEach(() => vi.unstubAllGlobals());

/** What a sign-in brings `ago` seconds later; `name` is what the ID token tells of Ada. */
function tokensOf(name: string, ago: number, over: Partial<VerifiedTokens> = {}): VerifiedTokens {
  const now = Math.floor(Date.now() / 1000);
  const times = { exp: now + 600, iat: now, auth_time: now - ago };
  const claims = { iss: "i", sub: "ada", aud: "spa", email: "ada@example.com", name, ...times };
  return { accessToken: "own", idToken: `id of ${name}`, expiresIn: 3600, claims, ...over };
}

/** Somebody who signed in an hour ago and proves who they are now; the window, the form and the way back all answer. */
function page(fresh: VerifiedTokens, own: AskedFor = { scope }, of = tokensOf("Ada", 3600)) {
  const answer = vi.fn<(asked: AskedFor) => Promise<VerifiedTokens>>(async () => fresh);
  const back: Transaction = {
    state: "s",
    nonce: "n",
    codeVerifier: "v",
    redirectUri: "https://app.example/",
    responseType: "code",
    scope: "openid profile email",
    audience: api,
    subject: "ada",
    createdAt: 0,
  };
  const engine: Partial<Engine> = {
    popupLogin: answer,
    loginInPage: (_credentials, asked) => answer(asked),
    loginByGrant: (_credentials, asked) => answer(asked),
    takeTransaction: () => back,
    redeem: () => answer(back),
  };
  const context = fakeContext(engine);
  const before = beginSession(context, { ...of, refreshToken: "rt" }, own, true);
  return { context, before, answer };
}

const forApi = tokensOf("Ada Lovelace", 0, { accessToken: "for the API", refreshToken: "other" });
const token = (context: FlowContext, audience?: string) =>
  getAccessToken(context, { audience, scope: audience && "openid email" });

const ways: readonly [string, (context: FlowContext) => Promise<unknown>][] = [
  ["in a window", (context) => reauthenticate(context, { via: "popup", audience: api })],
  ["by password", (context) => reauthenticate(context, { password: "p", audience: api })],
  [
    "at the token endpoint",
    (context) => reauthenticate(context, { via: "password-realm", password: "p", audience: api }),
  ],
  ["by redirect", (context) => completeCallback(context, { url: "?code=c&state=s" })],
];

describe.each(ways)("a fresh proof for another API, %s,", (_way, prove) => {
  test("renews who is signed in, and nothing else of the session", async () => {
    const { context, before } = page(forApi);
    const { epoch } = context.session;
    expect(await prove(context)).toMatchObject({ kind: "authenticated" });
    const after = currentSession(context);
    expect(after).toEqual({
      ...before,
      user: { ...before.user, name: "Ada Lovelace" },
      authenticatedAt: (forApi.claims.auth_time ?? 0) * 1000,
    });
    expect(context.session.tokens).toMatchObject({
      idToken: "id of Ada Lovelace",
      refreshToken: "rt",
      seenSilently: true,
    });
    expect(context.session.epoch).toBe(epoch);
  });

  test("is an access token besides the session's own, and nobody has to be asked for either", async () => {
    const { context } = page(forApi);
    await prove(context);
    expect(await token(context)).toBe("own");
    expect(await token(context, api)).toBe("for the API");
  });
});

describe("a fresh proof", () => {
  const inWindow = (context: FlowContext, more: Partial<ReauthenticateParams> = {}) =>
    reauthenticate(context, { ...more, via: "popup" } as ReauthenticateParams);

  test("for another API asks for what tells as much of the user, and for no refresh token", async () => {
    const { context, answer } = page(forApi);
    await inWindow(context, { audience: api, scope: "read:things" });
    await inWindow(context, { audience: api, scope: `email ${scope}` });
    const scopes = answer.mock.calls.map(([asked]) => asked.scope);
    expect(scopes).toEqual(["openid read:things profile email", "email openid profile"]);
  });

  test.each([
    ["in memory, which begins anew, for a refresh token too", undefined, scope],
    ["in storage for none", { read: () => null, write: () => {} }, "openid profile email"],
  ])("by redirect asks for a session %s", async (_, storage, asked) => {
    const authorizeUrl = vi.fn<Engine["authorizeUrl"]>(async () => "the tenant");
    const { context } = page(forApi);
    const engine = { ...context.engine, authorizeUrl };
    const config = { ...context.config, scope };
    await reauthenticate(
      { ...context, engine, config, storage },
      { via: "redirect", audience: api },
    );
    expect(authorizeUrl.mock.calls[0]?.[0].scope).toBe(asked);
  });

  test("for the session's own API begins the session anew", async () => {
    const own = { scope, audience: api };
    const { context, answer } = page(forApi, own);
    await inWindow(context, { audience: api, scope: "openid offline_access" });
    expect(answer.mock.calls[0]?.[0].scope).toBe("openid offline_access");
    expect(await getAccessToken(context)).toBe("for the API");
    expect(context.session.tokens?.refreshToken).toBe("other");
    expect(context.session.accessTokens.size).toBe(1);
  });

  test("says that the tenant's session is the user's again", async () => {
    const { context } = page(forApi);
    context.session.updateTokens({ isProvenElsewhere: true });
    await inWindow(context, { audience: api });
    expect(context.session.tokens?.isProvenElsewhere).toBe(false);
  });

  const inOrg = (name: string, org: string, over: Partial<VerifiedTokens> = {}) => {
    const tokens = tokensOf(name, 0, over);
    return { ...tokens, claims: { ...tokens.claims, org_id: org } };
  };

  test.each([undefined, "guild", "org_1"])(
    "is found in the organization that the sign-in called %s",
    async (organization) => {
      const fresh = inOrg("Ada", "org_1", { accessToken: "for the API" });
      const { context } = page(fresh, { scope, organization }, inOrg("Ada", "org_1"));
      await inWindow(context, { audience: api });
      expect(await token(context)).toBe("own");
      expect(await token(context, api)).toBe("for the API");
    },
  );

  test("in another organization begins the session anew", async () => {
    const fresh = inOrg("Ada", "org_2", { accessToken: "for the API" });
    const { context } = page(fresh, { scope }, inOrg("Ada", "org_1"));
    await inWindow(context, { audience: api, organization: "org_2" });
    expect(currentSession(context)).toMatchObject({ organization: "org_2", audience: api });
    expect(context.session.accessTokens.size).toBe(1);
  });
});
