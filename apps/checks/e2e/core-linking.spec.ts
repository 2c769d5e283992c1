import type { Page } from "@playwright/test";
import type { CallResult } from "../harness/core.js";
import type { Stack } from "../stack/start-stack.js";
import { call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, requestsTo, test } from "./fixtures.js";

const password = "Long-enough-42";

/** Two users, the first of whom is signed in at the page. */
async function twoUsers(page: Page, stack: Stack) {
  const [primary, secondary] = [newEmail(), newEmail()];
  const users = [primary, secondary].map((email) => ({ email, password }));
  await stack.tenant.seed({ clients: [], users });
  const popupRedirectUri = `${stack.app}/harness/core-popup.html`;
  await openCore(page, stack, { popupRedirectUri });
  await call(page, "login", { email: primary, password });
  return { primary, secondary };
}

/** Proves an identity in a window of its own, by the tenant's login page; the proof stays in the page. */
async function prove(page: Page, email: string): Promise<CallResult> {
  const opened = page.waitForEvent("popup");
  const proving = page.evaluate(() =>
    window.portico.result(async () => {
      const proven = await window.portico.client?.proveIdentity();
      Object.assign(window, { proven });
      return proven;
    }),
  );
  const popup = await opened;
  await popup.locator("#username").fill(email);
  await popup.locator("#password").fill(password);
  await popup.locator("#go").click();
  return proving;
}

/** Links the proof of the page. */
function link(page: Page): Promise<CallResult> {
  return page.evaluate(() =>
    window.portico.result(async () =>
      window.portico.client?.linkIdentity(Reflect.get(window, "proven")),
    ),
  );
}

function userIdOf({ tenant }: Stack, email: string): string | undefined {
  return tenant.state().users.find((user) => user.email === email)?.userId;
}

/** How often each write of the Management API was sent. */
function writes(stack: Stack): string[] {
  return requestsTo(stack)
    .filter((line) => /^(POST|DELETE|PATCH) \/api\/v2\//.test(line))
    .map((line) => line.replace(/\/users\/[^/]+/, "/users/…"));
}

const linking = "POST /api/v2/users/…/identities";

test("a proof in a window of its own links the account, and the session goes on", async ({
  page,
  stack,
}) => {
  const { primary, secondary } = await twoUsers(page, stack);
  const [primaryId, secondaryId] = [userIdOf(stack, primary), userIdOf(stack, secondary)];
  const before = await sessionState(page);
  const proof = await prove(page, secondary);
  expect(proof.value).toMatchObject({ user: { sub: secondaryId, email: secondary } });
  expect(JSON.stringify(proof)).not.toContain("eyJ");
  expect(await sessionState(page)).toEqual(before);
  stack.tenant.clearRequests();
  const linked = await link(page);
  expect(linked.value).toEqual([
    expect.objectContaining({ userId: primaryId?.slice("auth0|".length) }),
    expect.objectContaining({ userId: secondaryId?.slice("auth0|".length) }),
  ]);
  expect(writes(stack)).toEqual([linking]);
  expect(userIdOf(stack, secondary)).toBeUndefined();
  expect(await sessionState(page)).toMatchObject({ session: { user: { sub: primaryId } } });
  const again = await link(page);
  expect(again.mistake).toContain("Nothing was sent.");
  expect(writes(stack)).toEqual([linking]);
  expect(await keptByPage(page)).not.toContain("eyJ");
});

test("nothing is linked once another tab has signed in as somebody else", async ({
  page,
  context,
  stack,
}) => {
  const { secondary } = await twoUsers(page, stack);
  await call(page, "start");
  const somebody = newEmail();
  await stack.tenant.seed({ clients: [], users: [{ email: somebody, password }] });
  await prove(page, secondary);
  const tab = await context.newPage();
  await openCore(tab, stack);
  await call(tab, "start");
  await call(tab, "login", { email: somebody, password });
  await expect
    .poll(() => sessionState(page))
    .toMatchObject({ session: { user: { email: somebody } } });
  stack.tenant.clearRequests();
  const refused = await link(page);
  expect(refused.code).toBe("user_changed");
  expect(writes(stack)).toEqual([]);
});

test("an account that was linked is unlinked once, and the user's own never", async ({
  page,
  stack,
}) => {
  const { primary, secondary } = await twoUsers(page, stack);
  const primaryId = userIdOf(stack, primary);
  await prove(page, secondary);
  const linked = await link(page);
  const [own, other] = (linked.value ?? []) as object[];
  stack.tenant.clearRequests();
  expect((await call(page, "unlinkIdentity", own)).code).toBe("invalid_request");
  expect(writes(stack)).toEqual([]);
  const [one, two] = await Promise.all([
    call(page, "unlinkIdentity", other),
    call(page, "unlinkIdentity", other),
  ]);
  expect(one.value).toEqual([own]);
  expect(two.value).toEqual([own]);
  expect(writes(stack)).toHaveLength(1);
  expect(userIdOf(stack, secondary)).toBeDefined();
  expect(await sessionState(page)).toMatchObject({ session: { user: { sub: primaryId } } });
});

test("the Management API answers with access tokens of the session", async ({ page, stack }) => {
  const { primary } = await twoUsers(page, stack);
  const userId = userIdOf(stack, primary);
  const result = await page.evaluate(async (id) => {
    const api = window.portico.client?.management;
    if (!api || !id) throw new Error("There is no client.");
    const own = id as `auth0|${string}`;
    await api.updateUserMetadata(own, { theme: "dark", city: "London" });
    await api.updateUserMetadata(own, { city: null });
    const key = { deviceName: "Phone", deviceId: "p-1", value: "a2V5" };
    await api.deleteDeviceCredential(await api.createDeviceCredential(key));
    const { userMetadata } = await api.getUser(own);
    return { userMetadata, identities: await api.listIdentities(own) };
  }, userId);
  expect(result).toMatchObject({
    userMetadata: { theme: "dark" },
    identities: [{ isSocial: false }],
  });
  expect(await sessionState(page)).toMatchObject({ session: { user: { sub: userId } } });
});
