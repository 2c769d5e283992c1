import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

const stored = { storage: "session", scope: "openid profile email offline_access" } as const;

/** The client as the page makes it again after a reload. */
async function reattach(page: Page, stack: Stack, more = {}): Promise<void> {
  const redirectUri = `${stack.app}/harness/index.html`;
  const { clientId, tenant } = stack;
  await attachClient(page, { domain: tenant.url, clientId, redirectUri, ...stored, ...more });
}

async function signIn(page: Page, stack: Stack, more = {}): Promise<void> {
  await openCore(page, stack, { ...stored, ...more });
  await call(page, "start");
  expect((await call(page, "login", stack.user)).code).toBeUndefined();
}

/** What the page keeps of the session, and a way to change it. */
function entry({ tenant, clientId }: Stack): string {
  return `portico.session.${new URL(tenant.url).host}.${clientId}`;
}

function kept(page: Page, stack: Stack): Promise<string | null> {
  return page.evaluate((key) => sessionStorage.getItem(key), entry(stack));
}

function replaceKept(page: Page, stack: Stack, text: string): Promise<void> {
  return page.evaluate(([key, value]) => sessionStorage.setItem(key ?? "", value ?? ""), [
    entry(stack),
    text,
  ] as const);
}

test.describe("a session that is kept in sessionStorage", () => {
  test("outlives a reload, with its tokens, though the tenant's own has ended", async ({
    page,
    stack,
  }) => {
    await signIn(page, stack);
    const token = (await call(page, "getAccessToken")).value;
    const before = (await sessionState(page)) as { session?: { user: unknown } };
    stack.tenant.endSessions(stack.user.email);
    await page.reload();
    // The look at the tenant is left out, because it would find what has just ended.
    await reattach(page, stack, { checkSessionOnStart: false });
    stack.tenant.clearRequests();
    expect((await call(page, "start")).value).toMatchObject({
      kind: "authenticated",
      session: { user: before.session?.user, hasRefreshToken: true },
    });
    expect((await call(page, "getAccessToken")).value).toBe(token);
    const paths = stack.tenant.requests().map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(["/.well-known/jwks.json"]);
    const renewed = await call(page, "getAccessToken", { minValidity: 1e6 });
    expect(renewed.value).not.toBe(token);
    await page.reload();
    await reattach(page, stack, { checkSessionOnStart: false });
    await call(page, "start");
    expect((await call(page, "getAccessToken")).value).toBe(renewed.value);
  });

  test("is found out to be over where the tenant's session was seen and has ended", async ({
    page,
    stack,
  }) => {
    await signIn(page, stack);
    stack.tenant.endSessions(stack.user.email);
    await page.reload();
    await reattach(page, stack);
    await call(page, "start");
    await expect
      .poll(() => sessionState(page))
      .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    expect(await kept(page, stack)).toBeNull();
  });

  test("is gone after the sign-out", async ({ page, stack }) => {
    await signIn(page, stack);
    expect(await kept(page, stack)).toContain("refreshToken");
    await call(page, "logout", { local: true });
    expect(await keptByPage(page)).not.toContain("Token");
    await page.reload();
    await reattach(page, stack, { checkSessionOnStart: false });
    expect((await call(page, "start")).value).toEqual({ kind: "anonymous" });
  });

  test("is nobody's on the word of storage: a changed ID token signs nobody in", async ({
    page,
    stack,
  }) => {
    await signIn(page, stack, { scope: "openid profile email" });
    const text = (await kept(page, stack)) ?? "";
    const { idToken } = JSON.parse(text) as { idToken: string };
    const [head, payload = "", signature] = idToken.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, name: "Eve" })).toString("base64url");
    await page.reload();
    await replaceKept(page, stack, text.replaceAll(idToken, `${head}.${forged}.${signature}`));
    await reattach(page, stack, { checkSessionOnStart: false });
    expect((await call(page, "start")).value).toEqual({ kind: "anonymous" });
    expect(await kept(page, stack)).toBeNull();
  });

  test("is none where storage holds something else", async ({ page, stack }) => {
    await openCore(page, stack, stored);
    for (const text of ["", "null", "[]", "{}", "{", '{"idToken":"x"}', "7"]) {
      await page.reload();
      await replaceKept(page, stack, text);
      await reattach(page, stack, { checkSessionOnStart: false });
      expect((await call(page, "start")).value).toEqual({ kind: "anonymous" });
    }
  });

  test("goes on by its refresh token where its access token has run out", async ({
    page,
    stack,
  }) => {
    await signIn(page, stack);
    const text = (await kept(page, stack)) ?? "";
    stack.tenant.endSessions(stack.user.email);
    await page.reload();
    await replaceKept(page, stack, text.replaceAll(/"expiresAt":\d+/g, '"expiresAt":1000'));
    await reattach(page, stack, { checkSessionOnStart: false });
    stack.tenant.clearRequests();
    expect((await call(page, "start")).value).toMatchObject({ kind: "authenticated" });
    expect(stack.tenant.requests().some(({ path }) => path === "/oauth/token")).toBe(true);
    expect((await call(page, "getAccessToken")).code).toBeUndefined();
  });

  test("of a duplicated tab goes on without the refresh token, which one tab alone may use", async ({
    page,
    context,
    stack,
  }) => {
    await signIn(page, stack);
    const text = (await kept(page, stack)) ?? "";
    const copy = await context.newPage();
    await openCore(copy, stack, { ...stored, checkSessionOnStart: false });
    await replaceKept(copy, stack, text);
    expect((await call(copy, "start")).value).toMatchObject({ kind: "authenticated" });
    await expect
      .poll(() => sessionState(copy))
      .toMatchObject({ status: "authenticated", session: { hasRefreshToken: false } });
    const { refreshToken } = JSON.parse(text) as { refreshToken: string };
    expect(await kept(copy, stack)).not.toContain(refreshToken);
    expect(await sessionState(page)).toMatchObject({ session: { hasRefreshToken: true } });
    for (const tab of [copy, page]) {
      expect((await call(tab, "getAccessToken", { minValidity: 1e6 })).code).toBeUndefined();
    }
  });

  test("lives in memory alone where storage throws or is full", async ({ page, stack }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await openCore(page, stack, stored);
    await call(page, "start");
    expect((await call(page, "login", stack.user)).code).toBeUndefined();
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });
    expect(await kept(page, stack)).toBeNull();
  });

  test("is not there unless the app asks for it", async ({ page, stack }) => {
    await openCore(page, stack, { scope: stored.scope });
    await call(page, "start");
    await call(page, "login", stack.user);
    expect(await kept(page, stack)).toBeNull();
  });
});
