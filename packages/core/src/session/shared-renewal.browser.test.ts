import { SignJWT } from "jose";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Verification, VerifiedTokens } from "../authentication/verify-tokens.js";
import { authError } from "../errors/auth-error.js";
import { accessTokenOf, sessionFromTokens } from "./session-from-tokens.js";
import { createSharedRenewal, type Renewal, type RenewalQuestion } from "./shared-renewal.js";
import { createSessionStore } from "./session-store.js";
import { createTabChannel, type TabChannel } from "./tab-channel.js";

const tenant = { origin: "https://tenant.example", clientId: "app", requestDeadline: 1000 };
const issuer = `${tenant.origin}/`;
const plain: RenewalQuestion = {
  key: '["","","openid"]',
  onlySilent: false,
  subject: undefined,
  organization: undefined,
};
const open: TabChannel[] = [];
let keys: CryptoKeyPair;
let verification: Verification;
let room = 0;

beforeAll(async () => {
  const scheme = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: 2048 };
  const publicExponent = new Uint8Array([1, 0, 1]);
  keys = await crypto.subtle.generateKey({ ...scheme, publicExponent }, true, ["sign", "verify"]);
  const find = async () => keys.publicKey;
  verification = {
    tenant,
    issuer,
    leeway: 60,
    deadline: 5000,
    keys: { algorithm: "RS256", find, preload: () => {} },
  };
});
beforeEach(() => {
  room += 1;
});
afterEach(() => {
  for (const channel of open.splice(0)) channel.close();
  vi.useRealTimers();
});

async function tokensOf(sub: string, over: Partial<VerifiedTokens> = {}): Promise<VerifiedTokens> {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "app", sub, iat: seconds, exp: seconds + 3600 };
  const idToken = await new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "main" })
    .sign(keys.privateKey);
  const refreshToken = `refresh token of ${sub}`;
  return {
    accessToken: `token of ${sub}`,
    idToken,
    refreshToken,
    expiresIn: 3600,
    claims,
    ...over,
  };
}

/** A tab of the application; what it renews becomes its session. */
function tab(patience = 60_000) {
  const channel = createTabChannel(`room ${room}`);
  channel.open();
  open.push(channel);
  const session = createSessionStore();
  const share = createSharedRenewal({ channel, session, verification, patience });
  const keep = ({ tokens }: Renewal) => {
    const now = Date.now();
    const asked = { scope: "openid" };
    const login = { idToken: tokens.idToken, refreshToken: tokens.refreshToken };
    const known = { ...login, seenSilently: true, key: plain.key };
    session.begin(sessionFromTokens(tokens, asked, now), known, accessTokenOf(tokens, now));
  };
  const renew = async (
    work: () => Promise<Renewal>,
    question: Partial<RenewalQuestion> = {},
    signal?: AbortSignal,
  ) => {
    const renewal = await share({ ...plain, ...question }, { signal }, work);
    keep(renewal);
    return renewal;
  };
  return { channel, session, renew, keep };
}

/** Work that ends when the test says so. */
function later<T>() {
  let finish!: (value: T) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { run: vi.fn(() => promise), finish, fail };
}

async function untilWaiting(count = 1): Promise<void> {
  const name = `portico.renewal.room ${room}.${plain.key}`;
  await vi.waitFor(async () => {
    const { pending = [] } = await navigator.locks.query();
    expect(pending.filter((lock) => lock.name === name)).toHaveLength(count);
  });
}

test("a tab that waited takes over what the one before it has got, without its refresh token", async () => {
  const [one, two, three] = [tab(), tab(), tab()];
  const first = later<Renewal>();
  const unused = vi.fn(() => Promise.reject(new Error("not to be asked")));
  const results = [one.renew(first.run), two.renew(unused), three.renew(unused)];
  await untilWaiting(2);
  first.finish({ tokens: await tokensOf("ada"), silent: true });
  const [given, ...taken] = await Promise.all(results);
  expect(given?.tokens.refreshToken).toBeDefined();
  for (const { tokens, silent } of taken) {
    expect(tokens).toMatchObject({ accessToken: "token of ada", claims: { sub: "ada" } });
    expect(tokens).not.toHaveProperty("refreshToken");
    expect(silent).toBe(true);
  }
  expect(unused).not.toHaveBeenCalled();
});

test("a tab that comes later asks for itself", async () => {
  const [one, two] = [tab(), tab()];
  await one.renew(async () => ({ tokens: await tokensOf("ada"), silent: true }));
  const work = vi.fn(async () => ({ tokens: await tokensOf("ada"), silent: true }));
  await two.renew(work);
  expect(work).toHaveBeenCalledOnce();
});

test("that nobody is signed in is taken over too, by who asks for the tenant's session alone", async () => {
  const [one, two, three] = [tab(), tab(), tab()];
  const first = later<Renewal>();
  const unused = vi.fn(() => Promise.reject(new Error("not to be asked")));
  const byRefreshToken = vi.fn(async () => ({ tokens: await tokensOf("ada"), silent: false }));
  const refused = one.renew(first.run, { onlySilent: true });
  await untilWaiting(0);
  const second = two.renew(unused, { onlySilent: true });
  await untilWaiting(1);
  const third = three.renew(byRefreshToken);
  await untilWaiting(2);
  first.fail(authError("login_required"));
  await expect(refused).rejects.toMatchObject({ code: "login_required" });
  await expect(second).rejects.toMatchObject({ code: "login_required" });
  expect(await third).toMatchObject({ silent: false });
  expect(byRefreshToken).toHaveBeenCalledOnce();
});

test.each<
  [string, Partial<RenewalQuestion>, (first: ReturnType<typeof later<Renewal>>) => unknown]
>([
  [
    "a refresh token renewed, of which the tenant's session knows nothing",
    { onlySilent: true },
    async ({ finish }) => finish({ tokens: await tokensOf("ada"), silent: false }),
  ],
  [
    "somebody else was signed in",
    { subject: "bob" },
    async ({ finish }) => finish({ tokens: await tokensOf("ada"), silent: true }),
  ],
  [
    "another organization was meant",
    { organization: "org_other" },
    async ({ finish }) => finish({ tokens: await tokensOf("ada"), silent: true }),
  ],
  ["the tenant could not be reached", {}, ({ fail }) => fail(authError("server"))],
  [
    "the token is at its end",
    {},
    async ({ finish }) => finish({ tokens: await tokensOf("ada", { expiresIn: 0 }), silent: true }),
  ],
  [
    "the ID token is forged",
    {},
    async ({ finish }) => {
      const tokens = await tokensOf("ada");
      finish({
        tokens: { ...tokens, idToken: `${tokens.idToken.slice(0, -4)}AAAA` },
        silent: true,
      });
    },
  ],
])("the work is done again where %s", async (_, question, end) => {
  const [one, two] = [tab(), tab()];
  const first = later<Renewal>();
  const before = one.renew(first.run).catch(() => {});
  await untilWaiting(0);
  const own = { tokens: await tokensOf("bob"), silent: true };
  const work = vi.fn(async () => own);
  const second = two.renew(work, question);
  await untilWaiting(1);
  await end(first);
  await before;
  expect(await second).toBe(own);
  expect(work).toHaveBeenCalledOnce();
});

test("two renewals of one page that overlap are one as well", async () => {
  const one = tab();
  const first = later<Renewal>();
  const unused = vi.fn(() => Promise.reject(new Error("not to be asked")));
  const results = [one.renew(first.run), one.renew(unused, { onlySilent: true })];
  await untilWaiting(1);
  first.finish({ tokens: await tokensOf("ada"), silent: true });
  await Promise.all(results);
  expect(unused).not.toHaveBeenCalled();
});

test("who gives up while waiting is aborted, and does no work", async () => {
  const [one, two] = [tab(), tab()];
  const first = later<Renewal>();
  const before = one.renew(first.run);
  await untilWaiting(0);
  const controller = new AbortController();
  const work = vi.fn(() => first.run());
  const second = two.renew(work, {}, controller.signal);
  await untilWaiting(1);
  controller.abort();
  await expect(second).rejects.toMatchObject({ code: "aborted" });
  expect(work).not.toHaveBeenCalled();
  first.finish({ tokens: await tokensOf("ada"), silent: true });
  await before;
});

/** Asks as a script that is none of ours could, and gives the answers. */
async function stranger(question: object): Promise<unknown[]> {
  const channel = new BroadcastChannel(`portico.session.room ${room}`);
  const heard: { type?: string; id?: string }[] = [];
  channel.addEventListener("message", ({ data }) => heard.push(data));
  channel.postMessage({ type: "question", id: "theirs", about: "renewal", ...question });
  // A second question, which has its answer in any case, tells when the first one would have had its own.
  const probe = tab();
  await probe.renew(async () => ({ tokens: await tokensOf("probe"), silent: true }), {
    key: '["probe","","openid"]',
  });
  probe.session.addAccessToken('["probe","","openid"]', {
    value: "probe",
    expiresAt: Date.now() + 1e6,
    idToken: "id",
  });
  const asked = { about: "renewal", key: '["probe","","openid"]', onlySilent: false, since: 0 };
  channel.postMessage({ type: "question", id: "probe", ...asked });
  await vi.waitFor(() => expect(heard.some(({ id }) => id === "probe")).toBe(true));
  channel.close();
  return heard.filter(({ id }) => id === "theirs");
}

const asking = { key: plain.key, onlySilent: false, since: 0 };

test("an answer is there for a few seconds, and not for whoever asks later", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const one = tab();
  await one.renew(async () => ({ tokens: await tokensOf("ada"), silent: true }));
  const [answer] = await stranger(asking);
  expect(answer).toMatchObject({ value: "token of ada" });
  expect(JSON.stringify(answer)).not.toContain("refresh");
  vi.setSystemTime(Date.now() + 5001);
  expect(await stranger(asking)).toEqual([]);
});

test.each<[string, object]>([
  ["after what was renewed", { ...asking, since: Number.MAX_SAFE_INTEGER }],
  ["for another API", { ...asking, key: '["api","","openid"]' }],
  ["in no sensible way", { ...asking, key: { toString: plain.key } }],
  ["without a time", { ...asking, since: "0" }],
  ["about something else", { ...asking, about: "refresh_token" }],
])("a question %s has no answer", async (_, question) => {
  const one = tab();
  await one.renew(async () => ({ tokens: await tokensOf("ada"), silent: true }));
  expect(await stranger(question)).toEqual([]);
});

test("a tab that has signed out since answers nothing", async () => {
  const one = tab();
  await one.renew(async () => ({ tokens: await tokensOf("ada"), silent: true }));
  one.session.end("signed_out");
  expect(await stranger(asking)).toEqual([]);
});
