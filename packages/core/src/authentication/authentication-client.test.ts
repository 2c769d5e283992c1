import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { SignJWT } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as entry from "./authentication-client.js";
import { AuthenticationClient, type AuthenticationConfig } from "./authentication-client.js";

const domain = "tenant.example";
const clientId = "app";
const clientSecret = "a-secret-of-at-least-thirty-two-bytes";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the constructor says, or undefined where it has nothing to say. */
function complaint(config: object): string | undefined {
  try {
    new AuthenticationClient(config as AuthenticationConfig);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe("a configuration", () => {
  test.each([
    [{ domain }],
    [{ domain: "https://tenant.example/" }],
    [{ domain: "HTTPS://tenant.example" }],
    [{ domain: "http://localhost:4101", clientId }],
    [{ domain: "http://127.0.0.1:4101" }],
    [{ domain: "http://[::1]" }],
    [{ domain: "http://tenant.localhost" }],
    [{ domain, clientId, leeway: 0, deadline: 1, issuer: "https://id.example/" }],
    [{ domain, clientId, clientSecret, idTokenAlgorithms: ["HS256", "RS256"] }],
    [{ domain, clientId, clientSecret: "é".repeat(16), idTokenAlgorithms: ["HS256"] }],
    [{ domain, leeway: 300 }],
    [{ domain, verifyIdToken: false, deprecationWarnings: false }],
  ])("%j is fine", (config) => {
    expect(complaint(config)).toBeUndefined();
  });

  test.each([
    [{}, "no usable domain"],
    [{ domain: "" }, "no usable domain"],
    [{ domain: 1 }, "no usable domain"],
    [{ domain: "https://ada@tenant.example" }, "no usable domain"],
    [{ domain: "ftp://tenant.example" }, "no usable domain"],
    [{ domain: "http://tenant.example" }, "over plain http"],
    [{ domain: "http://localhost.example" }, "over plain http"],
    [{ domain: "https://tenant.example/path" }, "no usable domain"],
    [{ domain, clientId: "" }, "clientId that is no text"],
    [{ domain, clientId: 1 }, "clientId that is no text"],
    [{ domain, clientSecret }, "without its clientId"],
    [{ domain, clientId, clientSecret: "" }, "clientSecret that is no text"],
    [{ domain, leeway: 301 }, "leeway"],
    [{ domain, leeway: 0.5 }, "leeway"],
    [{ domain, leeway: -1 }, "leeway"],
    [{ domain, deadline: 0 }, "deadline"],
    [{ domain, issuer: "" }, "issuer"],
    [{ domain, idTokenAlgorithms: [] }, "unknown idTokenAlgorithms"],
    [{ domain, idTokenAlgorithms: "RS256" }, "unknown idTokenAlgorithms"],
    [{ domain, idTokenAlgorithms: ["none"] }, "unknown idTokenAlgorithms"],
    [{ domain, idTokenAlgorithms: ["HS256"] }, "HS256 and no clientSecret"],
    [
      { domain, clientId, clientSecret: "s".repeat(31), idTokenAlgorithms: ["HS256"] },
      "at least 32 bytes",
    ],
    [{ domain, clientID: "app" }, "It is called clientId here."],
    [{ domain, supportedAlgorithms: ["RS256"] }, "It is called idTokenAlgorithms here."],
    [{ domain, __bypassIdTokenValidation: true }, "It is called verifyIdToken here."],
    [{ domain, realm: "x" }, 'unknown key "realm"'],
    [{ domain, realm: "x" }, "The keys are domain, clientId, clientSecret, idTokenAlgorithms, "],
    [{ domain, toString: "x" }, "The keys are domain, "],
  ])("%j is refused in three parts", (config, what) => {
    expect(complaint(config)).toContain(what);
    expect(complaint(config)).toMatch(
      /^Error: Portico was configured with .+\. Nobody can sign in\. .+\.$/,
    );
  });

  test("is left as it was", () => {
    const config = Object.freeze({ domain, clientId, idTokenAlgorithms: Object.freeze(["RS256"]) });
    expect(complaint(config)).toBeUndefined();
  });

  test.each(["window", "importScripts"])("a secret is refused where there is a %s", (name) => {
    vi.stubGlobal(name, {});
    expect(complaint({ domain, clientId, clientSecret })).toContain("a clientSecret in a browser");
    expect(complaint({ domain, clientId, clientSecret })).not.toContain(clientSecret);
    expect(complaint({ domain, clientId })).toBeUndefined();
  });
});

describe("types keep apart", () => {
  // Never called: what must not compile is all that counts.
  async function neverCalled() {
    const open = new AuthenticationClient({ domain, clientId });
    const closed = new AuthenticationClient({ domain, clientId, clientSecret });
    const unverified = new AuthenticationClient({ domain, verifyIdToken: false });
    const either = new AuthenticationClient({ domain, verifyIdToken: Math.random() > 0.5 });
    const credentials = { username: "u", password: "p" };

    // @ts-expect-error A client without a secret has no tokens of its own.
    await open.oauth.clientCredentials();
    await closed.oauth.clientCredentials({ audience: "https://api.example" });
    // @ts-expect-error The secret needs the client that it belongs to.
    new AuthenticationClient({ domain, clientSecret });
    // @ts-expect-error HS256 needs a secret.
    new AuthenticationClient({ domain, clientId, idTokenAlgorithms: ["HS256"] });
    new AuthenticationClient({ domain, clientId, clientSecret, idTokenAlgorithms: ["HS256"] });

    const idToken: string | undefined = (await open.oauth.password(credentials)).idToken;
    const { idToken: mere } = await unverified.oauth.password(credentials);
    // @ts-expect-error Nobody has verified it.
    const asIfVerified: string | undefined = mere;
    const byName: string | undefined = mere?.unverified;
    // @ts-expect-error There are no claims without a verification.
    const sub = (await unverified.oauth.password(credentials)).claims?.sub;
    // @ts-expect-error It may be unverified.
    const perhaps: string | undefined = (await either.oauth.password(credentials)).idToken;

    // @ts-expect-error A state has to be given.
    open.buildAuthorizeUrl({ responseType: "code", redirectUri: "https://app.example/" });
    const front = {
      responseType: "id_token",
      redirectUri: "https://app.example/",
      state: "s",
    } as const;
    // @ts-expect-error An ID token in the address needs a nonce.
    open.buildAuthorizeUrl(front);
    open.buildAuthorizeUrl({ ...front, nonce: "n" });

    // @ts-expect-error One address or the other.
    await open.passwordless.verify({ otp: "1" });
    // @ts-expect-error Only one of them.
    await open.passwordless.verify({ otp: "1", email: "e", phoneNumber: "+1" });
    const anyOfThem: AuthenticationClient[] = [open, closed];
    // @ts-expect-error Its results are of another type.
    anyOfThem.push(unverified);
    // @ts-expect-error A field of the retired endpoint.
    await open.passwordless.verify({ otp: "1", email: "e", target: "other" });
    await open.legacy.resourceOwner({ ...credentials, connection: "email", target: "other" });
    // @ts-expect-error A realm is what makes it one.
    await open.oauth.passwordRealm(credentials);
    const user = await open.users.userinfo<{ plan: "pro" }>("token");
    const plan: "pro" = user.plan;
    // @ts-expect-error Only what was announced.
    const other: string = user.tier;
    return [idToken, asIfVerified, byName, sub, perhaps, plan, other];
  }

  test("what they should", () => {
    expect(neverCalled).toBeTypeOf("function");
  });
});

describe("addresses", () => {
  const client = new AuthenticationClient({ domain, clientId });
  const asked = { redirectUri: "https://app.example/cb", state: "s" } as const;

  test.each([
    "code",
    "token",
    "id_token",
    "token id_token",
    "code id_token",
    "code token",
    "code token id_token",
  ] as const)("ask for %s", (responseType) => {
    const url = new URL(client.buildAuthorizeUrl({ ...asked, responseType, nonce: "n" }));
    expect(url.origin + url.pathname).toBe("https://tenant.example/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "app",
      response_type: responseType,
      redirect_uri: asked.redirectUri,
      state: "s",
      nonce: "n",
    });
  });

  test("are the same under oauth, and for another application", () => {
    const of = { ...asked, responseType: "code", clientId: "other" } as const;
    expect(client.oauth.buildAuthorizeUrl(of)).toBe(client.buildAuthorizeUrl(of));
    expect(client.buildAuthorizeUrl(of)).toContain("client_id=other");
    expect(client.buildLogoutUrl()).toBe("https://tenant.example/v2/logout?client_id=app");
    expect(client.buildLogoutUrl({ clientId: "other", federated: true })).toBe(
      "https://tenant.example/v2/logout?client_id=other&federated",
    );
  });

  test("take a transaction as it is, and its verifier stays here", async () => {
    const { createTransaction, codeChallenge } = entry;
    const transaction = createTransaction({
      redirectUri: asked.redirectUri,
      responseType: "code",
      scope: "openid",
    });
    const { codeVerifier, nonce, state } = transaction;
    const url = client.buildAuthorizeUrl({
      ...transaction,
      codeChallenge: await codeChallenge(codeVerifier),
    });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ nonce, state });
    expect(url).not.toContain(codeVerifier);
  });

  test("need an application", () => {
    const nobody = new AuthenticationClient({ domain });
    const params = { ...asked, responseType: "code" } as const;
    expect(() => nobody.buildAuthorizeUrl(params)).toThrow("names no application");
    expect(() => nobody.buildLogoutUrl()).toThrow("names no application");
    expect(nobody.buildAuthorizeUrl({ ...params, clientId })).toContain("client_id=app");
  });
});

describe("a developer's mistake rejects, and nothing is sent", () => {
  const nobody = new AuthenticationClient({ domain });
  const open = new AuthenticationClient({ domain, clientId });
  const lax = new AuthenticationClient({ domain, clientId, verifyIdToken: false });
  const code = { code: "c", redirectUri: "https://app.example/" };
  const credentials = { username: "u", password: "p" };

  test.each<[string, () => Promise<unknown>, string]>([
    ["no application", () => nobody.oauth.password(credentials), "names no application"],
    ["no secret", () => asConfidential(open).clientCredentials(), "without a clientSecret"],
    [
      "another application than the secret's",
      () =>
        new AuthenticationClient({ domain, clientId, clientSecret }).oauth.clientCredentials({
          clientId: "other",
        }),
      "without a clientSecret",
    ],
    ...["1.2.3.4\r\nx: y", "x: 1.2.3.4", "a host", "1", "f".repeat(46), ""].map(
      (forwardedFor): [string, () => Promise<unknown>, string] => [
        `an address that is none: ${JSON.stringify(forwardedFor)}`,
        () => open.oauth.password({ ...credentials, forwardedFor }),
        "is no IP address",
      ],
    ),
    [
      "a nonce that nobody would look at",
      () => lax.oauth.authorizationCode({ ...code, nonce: "n" }),
      "verifyIdToken is off",
    ],
  ])("%s", async (_, call, words) => {
    const fetch = vi.spyOn(globalThis, "fetch");
    const error: unknown = await call().catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/^Error: .+\. Nothing was sent\. .+\.$/);
    expect(String(error)).toContain(words);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("a forwarded address in a browser", async () => {
    vi.stubGlobal("window", {});
    const call = open.oauth.password({ ...credentials, forwardedFor: "203.0.113.7" });
    await expect(call).rejects.toThrow("forwardedFor was given in a browser");
  });

  function asConfidential(client: AuthenticationClient) {
    return client.oauth as typeof client.oauth & { clientCredentials(): Promise<unknown> };
  }
});

describe("an HS256 ID token", () => {
  const issuer = "https://tenant.example/";
  const claims = { nonce: "n", org_id: "org_1" };

  async function signed(secret: string, alg = "HS256"): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg, typ: "JWT" })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setSubject("auth0|ada")
      .setIssuedAt()
      .setExpirationTime("1h")
      .sign(new TextEncoder().encode(secret));
  }

  const client = (...idTokenAlgorithms: ("RS256" | "HS256")[]) =>
    new AuthenticationClient({ domain, clientId, clientSecret, idTokenAlgorithms });

  test("is verified by the secret, where it was asked for", async () => {
    const token = await signed(clientSecret);
    for (const one of [client("HS256"), client("RS256", "HS256")]) {
      const checked = await one.tokens.verifyIdToken(token, { nonce: "n", organization: "org_1" });
      expect(checked).toMatchObject({ sub: "auth0|ada", iss: issuer });
    }
  });

  test.each([
    ["of another secret", () => signed("another-secret-of-thirty-two-bytes!"), {}, "signature"],
    ["of another HMAC", () => signed(clientSecret.repeat(2), "HS512"), {}, "algorithm"],
    ["with another nonce", () => signed(clientSecret), { nonce: "other" }, "nonce"],
    ["of another application", () => signed(clientSecret), { clientId: "other" }, "algorithm"],
    [
      "without the hash of the access token beside it",
      () => signed(clientSecret),
      { accessToken: "at" },
      "access_token_hash",
    ],
  ])("%s is refused", async (_, token, options, reason) => {
    const call = client("HS256").tokens.verifyIdToken(await token(), options);
    await expect(call).rejects.toMatchObject({ code: "invalid_token", details: { reason } });
  });

  test("is refused unseen where it was not asked for", async () => {
    const fetch = vi.spyOn(globalThis, "fetch");
    const call = client("RS256").tokens.verifyIdToken(await signed(clientSecret));
    await expect(call).rejects.toMatchObject({ details: { reason: "algorithm" } });
    expect(fetch).not.toHaveBeenCalled();
  });
});

test("the table of retired calls names every member of legacy, and only those", () => {
  const client = new AuthenticationClient({ domain });
  expect(Object.keys(entry.legacyCatalogue).toSorted()).toEqual(
    Object.keys(client.legacy).toSorted(),
  );
});

test("the entry reaches no room that needs a page", () => {
  const rooms = new Set(reachable(join(import.meta.dirname, "authentication-client.ts")));
  expect([...rooms].toSorted()).toEqual([
    "authentication",
    "crypto",
    "errors",
    "identity",
    "tokens",
    "transaction",
    "transport",
  ]);
});

/** The rooms of every source file that one file leads to: by import, by type, or loaded later. */
function reachable(start: string): string[] {
  const files = new Set([start]);
  for (const file of files) {
    const specifiers = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)\.js"/g;
    const code = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const [, path = ""] of code.matchAll(specifiers)) {
      files.add(join(dirname(file), `${path}.ts`));
    }
  }
  expect(files.size).toBeGreaterThan(30);
  const source = join(import.meta.dirname, "..");
  return [...files].map((file) => dirname(relative(source, file)));
}
