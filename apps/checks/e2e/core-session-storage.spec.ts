import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

const stored = { storage: "session", scope: "openid profile email offline_access" } as const;

/** The client as the page makes it again after a reload. */
async function reattach(page: Page, stack: Stack): Promise<void> {
  const redirectUri = `${stack.app}/harness/index.html`;
  const { clientId, tenant } = stack;
  // The look at the tenant is left out, because it would find what has just ended.
  const config = { ...stored, checkSessionOnStart: false };
  await attachClient(page, { domain: tenant.url, clientId, redirectUri, ...config });
}

async function signIn(page: Page, stack: Stack): Promise<void> {
  await openCore(page, stack, stored);
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
    await reattach(page, stack);
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
    await reattach(page, stack);
    await call(page, "start");
    expect((await call(page, "getAccessToken")).value).toBe(renewed.value);
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
});
