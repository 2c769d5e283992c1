import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from "jose";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeContext } from "../../test/fake-context.js";
import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine } from "../engine/engine.js";
import { authError } from "../errors/auth-error.js";
import { provenIdentity } from "../identity/proven-identity.js";
import { accessTokenKey } from "../session/asked-for.js";
import type { FlowContext } from "./flow-context.js";
import { linkIdentity, unlinkIdentity } from "./link-identity.js";
import { linkingScopes, managementAccess } from "./management-access.js";

const { publicKey, privateKey } = await generateKeyPair("RS256");
const stranger = await generateKeyPair("RS256");
const tenant = "https://tenant.example";
const users = `${tenant}/api/v2/users/auth0%7Cada`;
const ada = { provider: "auth0", user_id: "ada", connection: "users", isSocial: false };
const google = { provider: "google-oauth2", user_id: "1", connection: "google", isSocial: true };
const second = "google-oauth2|1";

beforeEach(() => vi.stubGlobal("window", {}));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const now = () => Math.floor(Date.now() / 1000);

function claims(over: JWTPayload = {}): JWTPayload {
  const fresh = { iat: now(), exp: now() + 600, auth_time: now() };
  return {
    iss: `${tenant}/`,
    aud: "app",
    sub: second,
    nonce: "n",
    at_hash: "x",
    ...fresh,
    ...over,
  };
}

function signed(payload: JWTPayload, key = privateKey): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "main" }).sign(key);
}

/** The proof of a second account, made for whoever is signed in. */
async function proof(over: JWTPayload = {}, madeFor = "auth0|ada") {
  return provenIdentity({ sub: second }, Date.now(), {
    idToken: await signed(claims(over)),
    madeFor,
  });
}

function tokensOf(sub: string): VerifiedTokens {
  const idClaims = { iss: `${tenant}/`, sub, aud: "app", exp: now() + 600, iat: now() };
  return { accessToken: `at of ${sub}`, idToken: "id", expiresIn: 3600, claims: idClaims };
}

function signIn(context: FlowContext, sub: string): void {
  const expiresAt = Date.now() + 3_600_000;
  context.session.begin(
    { user: { sub }, expiresAt, scope: ["openid"], hasRefreshToken: false },
    {
      idToken: "id",
      refreshToken: undefined,
      seenSilently: true,
      key: accessTokenKey({ scope: "openid" }),
    },
    { value: "at", expiresAt },
  );
}

type Find = FlowContext["verification"]["keys"]["find"];

/** A page where Ada is signed in and may link. */
function page({
  engine = {},
  find = async () => publicKey,
}: { engine?: Partial<Engine>; find?: Find } = {}) {
  const silentLogin = vi.fn<Engine["silentLogin"]>(
    engine.silentLogin ?? (async () => Promise.reject(authError("login_required"))),
  );
  const base = fakeContext({});
  const keys = { algorithm: "RS256", find, preload: () => {} } as const;
  const context = fakeContext(
    { ...engine, silentLogin },
    { verification: { ...base.verification, keys } },
  );
  signIn(context, "auth0|ada");
  const key = accessTokenKey(managementAccess(context, linkingScopes));
  const access = { value: "management token", expiresAt: Date.now() + 3_600_000 };
  context.session.addAccessToken(key, access);
  return { context, silentLogin };
}

/** A tenant that answers each request in turn, and notes them: `POST https://…`. */
function answering(...answers: (() => Promise<Response> | Response)[]) {
  const sent: string[] = [];
  const rest = [...answers];
  vi.stubGlobal("fetch", async (url: string, { method = "GET" }: RequestInit = {}) => {
    sent.push(`${method} ${url}`);
    const answer = rest.shift();
    if (!answer) throw new Error("The test did not expect this request.");
    return answer();
  });
  return sent;
}

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });
const lost = () => Promise.reject(new TypeError("lost"));
const profile = (...identities: object[]) => json({ user_id: "auth0|ada", identities });
const post = `POST ${users}/identities`;
const look = `GET ${users}`;

/** What was asked in the background, too, has come to its end. */
const quiet = (silentLogin: unknown) =>
  vi.waitFor(() => expect(silentLogin).toHaveBeenCalledOnce());

describe("a proof is sent only while it is good:", () => {
  test.each<[string, () => Promise<string>, string]>([
    ["for another application", () => signed(claims({ aud: "other" })), "audience"],
    ["of another tenant", () => signed(claims({ iss: "https://other.example/" })), "issuer"],
    ["that is over", () => signed(claims({ exp: now() - 61 })), "expired"],
    [
      "of an older sign-in",
      () => signed(claims({ auth_time: now() - 661 })),
      "authentication_time",
    ],
    ["of nobody knows when", () => signed(claims({ auth_time: undefined })), "authentication_time"],
    ["without a signature", async () => new UnsecuredJWT(claims()).encode(), "algorithm"],
    ["signed by somebody else", () => signed(claims(), stranger.privateKey), "signature"],
    ["that is none", async () => "x", "format"],
  ])("not one %s", async (_what, idToken, reason) => {
    const sent = answering();
    const proven = provenIdentity({ sub: second }, Date.now(), { idToken: await idToken() });
    await expect(linkIdentity(page().context, proven)).rejects.toMatchObject({
      code: "invalid_token",
      details: { reason },
    });
    expect(sent).toEqual([]);
  });

  test("not one about another account than it says", async () => {
    const sent = answering();
    const idToken = await signed(claims());
    const proven = provenIdentity({ sub: "google-oauth2|2" }, Date.now(), { idToken });
    await expect(linkIdentity(page().context, proven)).rejects.toMatchObject({
      code: "user_changed",
    });
    expect(sent).toEqual([]);
  });

  test("not one of the user's own account", async () => {
    const sent = answering();
    const idToken = await signed(claims({ sub: "auth0|ada" }));
    const proven = provenIdentity({ sub: "auth0|ada" }, Date.now(), { idToken });
    await expect(linkIdentity(page().context, proven)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(sent).toEqual([]);
  });

  test("not one that was made while somebody else was signed in", async () => {
    const sent = answering();
    await expect(linkIdentity(page().context, await proof({}, "auth0|eve"))).rejects.toMatchObject({
      code: "user_changed",
    });
    expect(sent).toEqual([]);
  });

  test("not a copy of one", async () => {
    const sent = answering();
    const copy = { ...(await proof()) };
    await expect(linkIdentity(page().context, copy)).rejects.toThrow("Nothing was sent.");
    expect(sent).toEqual([]);
  });
});

describe("nothing is sent for the wrong user:", () => {
  test("when nobody is signed in", async () => {
    const { context } = page();
    context.session.end("signed_out");
    const sent = answering();
    await expect(linkIdentity(context, await proof())).rejects.toMatchObject({
      code: "login_required",
    });
    const identity = { provider: "google-oauth2", userId: "1" };
    await expect(unlinkIdentity(context, identity)).rejects.toMatchObject({
      code: "login_required",
    });
    expect(sent).toEqual([]);
  });

  test.each([
    [
      "somebody else signs in",
      (context: FlowContext) => signIn(context, "auth0|eve"),
      "user_changed",
    ],
    [
      "the user signs out and in again",
      (context: FlowContext) => {
        context.session.end("signed_out");
        signIn(context, "auth0|ada");
      },
      "aborted",
    ],
    [
      "the session ends by itself",
      (context: FlowContext) => context.session.end("expired"),
      "login_required",
    ],
  ] as const)("when %s while the proof is looked at", async (_what, happen, code) => {
    const sent = answering();
    const { context } = page({
      engine: { silentLogin: async () => tokensOf("auth0|eve") },
      find: async () => {
        happen(context);
        return publicKey;
      },
    });
    await expect(linkIdentity(context, await proof())).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
  });

  test("when it is given up while the proof is looked at", async () => {
    const sent = answering();
    let answer = () => {};
    const { context, silentLogin } = page({
      find: () => new Promise((resolve) => (answer = () => resolve(publicKey))),
    });
    // Whoever signs in again has no token for linking yet.
    signIn(context, "auth0|ada");
    const leaver = new AbortController();
    const linking = linkIdentity(context, await proof(), leaver);
    leaver.abort();
    await expect(linking).rejects.toMatchObject({ code: "aborted" });
    answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(silentLogin).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
  });

  test("when somebody else signs in while the access token is fetched", async () => {
    const sent = answering();
    const { context } = page({
      engine: {
        silentLogin: async () => {
          signIn(context, "auth0|eve");
          return tokensOf("auth0|ada");
        },
      },
    });
    signIn(context, "auth0|ada");
    const unlinking = unlinkIdentity(context, { provider: "google-oauth2", userId: "1" });
    await expect(unlinking).rejects.toMatchObject({ code: "aborted" });
    await expect(linkIdentity(context, await proof())).rejects.toMatchObject({
      code: "user_changed",
    });
    expect(sent).toEqual([]);
  });
});

describe("a link", () => {
  test("is sent once and told as the tenant has it", async () => {
    const sent = answering(json([ada, google], 201));
    const { context, silentLogin } = page();
    const linked = await linkIdentity(context, await proof());
    expect(linked.map(({ provider }) => provider)).toEqual(["auth0", "google-oauth2"]);
    expect(sent).toEqual([post]);
    await quiet(silentLogin);
  });

  test("is followed by newer tokens, and outlives a tenant that knows nobody any more", async () => {
    answering(json([ada, google], 201));
    const { context, silentLogin } = page();
    const before = context.session.get();
    await linkIdentity(context, await proof());
    await quiet(silentLogin);
    expect(silentLogin.mock.calls[0]?.[0]).toMatchObject({ subject: "auth0|ada" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(context.session.get()).toBe(before);
  });

  test("that is asked for twice at once is sent once", async () => {
    const sent = answering(json([ada, google], 201));
    const { context } = page();
    const proven = await proof();
    const [one, two] = await Promise.all([
      linkIdentity(context, proven),
      linkIdentity(context, proven),
    ]);
    expect(one).toBe(two);
    expect(sent).toEqual([post]);
    await expect(linkIdentity(context, proven)).rejects.toThrow("Nothing was sent.");
    expect(sent).toEqual([post]);
  });

  test.each([
    ["no answer", lost],
    ["a failure", json({}, 502)],
    ["an answer that is none", json({})],
  ])("with %s, that has happened, succeeds without a second try", async (_what, answer) => {
    const sent = answering(answer, profile(ada, google));
    const linked = await linkIdentity(page().context, await proof());
    expect(linked).toHaveLength(2);
    expect(sent).toEqual([post, look]);
  });

  test.each([
    ["no answer", lost, profile(ada), "network"],
    ["a failure", json({}, 502), profile(ada), "server"],
    ["an answer that is none", json({}), profile(ada), "invalid_response"],
    ["no answer at all", lost, lost, "network"],
  ])("with %s, that cannot be seen to have happened, fails as it did", async (...given) => {
    const [, answer, seen, code] = given;
    const sent = answering(answer, seen);
    const { context, silentLogin } = page();
    const proven = await proof();
    await expect(linkIdentity(context, proven)).rejects.toMatchObject({ code });
    await expect(linkIdentity(context, proven)).rejects.toThrow("Nothing was sent.");
    expect(sent).toEqual([post, look]);
    expect(silentLogin).not.toHaveBeenCalled();
  });

  test("that times out is not sent again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const sent = answering(() => new Promise(() => {}), profile(ada));
    const linking = linkIdentity(page().context, await proof());
    const result = linking.catch((error: unknown) => error);
    await vi.waitFor(() => expect(sent).toEqual([post]));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await result).toMatchObject({ code: "timeout" });
    expect(sent).toEqual([post, look]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    [
      json({ statusCode: 400, error: "Bad Request", errorCode: "invalid_body" }, 400),
      "invalid_request",
    ],
    [json({ statusCode: 401, error: "Unauthorized" }, 401), "access_denied"],
    [
      json({ statusCode: 403, error: "Forbidden", errorCode: "insufficient_scope" }, 403),
      "insufficient_scope",
    ],
    [
      json({ statusCode: 404, error: "Not Found", errorCode: "inexistent_user" }, 404),
      "inexistent_user",
    ],
    [json({ statusCode: 429, errorCode: "too_many_requests" }, 429), "rate_limited"],
  ] as const)(
    "that is refused is sent once, and its failure tells no secret",
    async (answer, code) => {
      const sent = answering(answer);
      const proven = await proof();
      const error: unknown = await linkIdentity(page().context, proven).catch((e: unknown) => e);
      expect(error).toMatchObject({ code });
      expect(JSON.stringify(error) + String(error)).not.toMatch(/eyJ|management token/);
      expect(sent).toEqual([post]);
    },
  );

  test("that could not be sent leaves the proof as it is", async () => {
    const sent = answering(json([ada, google], 201));
    const offline = authError("network", { online: false });
    const { context } = page({ engine: { silentLogin: () => Promise.reject(offline) } });
    signIn(context, "auth0|ada");
    const proven = await proof();
    await expect(linkIdentity(context, proven)).rejects.toMatchObject({ code: "network" });
    const key = accessTokenKey(managementAccess(context, linkingScopes));
    context.session.addAccessToken(key, { value: "t", expiresAt: Date.now() + 3_600_000 });
    expect(await linkIdentity(context, proven)).toHaveLength(2);
    expect(sent).toEqual([post]);
  });

  test("that is given up is aborted, and its proof is spent if it was sent", async () => {
    const sent = answering(() => new Promise(() => {}));
    const { context } = page();
    const proven = await proof();
    const signal = AbortSignal.abort();
    await expect(linkIdentity(context, proven, { signal })).rejects.toMatchObject({
      code: "aborted",
    });
    const controller = new AbortController();
    const linking = linkIdentity(context, proven, controller);
    await vi.waitFor(() => expect(sent).toEqual([post]));
    controller.abort();
    await expect(linking).rejects.toMatchObject({ code: "aborted" });
    await expect(linkIdentity(context, proven)).rejects.toThrow("Nothing was sent.");
  });
});

describe("an unlink", () => {
  const identity = { provider: "google-oauth2", userId: "1/..#" };
  const remove = `DELETE ${users}/identities/google-oauth2/1%2F..%23`;

  test("is sent once, also if it is asked for twice at once", async () => {
    const sent = answering(json([ada]));
    const { context } = page();
    const both = [unlinkIdentity(context, identity), unlinkIdentity(context, identity)];
    for (const left of await Promise.all(both)) expect(left).toHaveLength(1);
    expect(sent).toEqual([remove]);
  });

  test("never takes the account that the user is known by", async () => {
    const sent = answering();
    const own = { provider: "auth0", userId: "ada" };
    await expect(unlinkIdentity(page().context, own)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(sent).toEqual([]);
  });

  test("without an answer is what can be seen of it", async () => {
    const other = { ...google, user_id: identity.userId };
    const gone = answering(lost, profile(ada, google));
    expect(await unlinkIdentity(page().context, identity)).toHaveLength(2);
    expect(gone).toEqual([remove, look]);
    const still = answering(lost, profile(ada, other));
    await expect(unlinkIdentity(page().context, identity)).rejects.toMatchObject({
      code: "network",
    });
    expect(still).toEqual([remove, look]);
  });
});
