import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { call, sessionState } from "./core-page.js";
import { asked, lockOf, openTabs, roomName, signInOnce, start } from "./core-tabs-page.js";
import { expect, newEmail, test } from "./fixtures.js";

const withRefresh = { scope: "openid profile email offline_access" };

test.describe("several tabs", () => {
  test("what they tell each other holds no refresh token", async ({ context, stack }) => {
    const refreshTokens: string[] = [];
    await context.route("**/oauth/token", async (route) => {
      const response = await route.fetch();
      if (response.ok()) {
        const body = (await response.json()) as { refresh_token?: string };
        if (body.refresh_token) refreshTokens.push(body.refresh_token);
      }
      await route.fulfill({ response });
    });
    const pages = await openTabs(context, stack, 3, withRefresh);
    const [first, second, listener] = pages as [Page, Page, Page];
    await listener.evaluate((name) => {
      const channel = new BroadcastChannel(`portico.session.${name}`);
      const heard: unknown[] = [];
      channel.addEventListener("message", ({ data }) => heard.push(data));
      Object.assign(window, { heard });
    }, roomName(stack));
    await call(first, "login", stack.user);
    await start(first);
    await start(second);
    stack.tenant.clearRequests();
    stack.tenant.faults.add({
      match: { path: "/oauth/token" },
      fault: { kind: "delay", ms: 1500 },
    });
    const renewed = await Promise.all(
      [first, second].map((page) => call(page, "getAccessToken", { minValidity: 1e6 })),
    );
    expect(renewed[0]?.value).toBe(renewed[1]?.value);
    expect(asked(stack, "/oauth/token")).toBe(1);
    const heard = await listener.evaluate(() =>
      JSON.stringify((window as unknown as { heard: unknown[] }).heard),
    );
    expect(heard).toContain(String(renewed[0]?.value));
    expect(refreshTokens.length).toBeGreaterThan(1);
    for (const token of refreshTokens) expect(heard).not.toContain(token);
  });

  test("one that is lied to asks the tenant itself", async ({ context, stack }) => {
    const [first, liar] = (await openTabs(context, stack, 2)) as [Page, Page];
    await call(first, "signup", { email: newEmail(), password: "Long-enough-42" });
    const stolen = (await call(first, "getIdToken")).value as string;
    await call(first, "logout", { local: true });
    await call(first, "login", stack.user);
    const name = await lockOf(first, stack);
    await liar.evaluate(
      ([lock, room, idToken]) => {
        const channel = new BroadcastChannel(`portico.session.${room}`);
        const questions: unknown[] = [];
        Object.assign(window, { questions });
        channel.addEventListener("message", ({ data }) => {
          if (data.type !== "question") return;
          questions.push(data);
          const { id } = data;
          const expiresAt = Date.now() + 1e6;
          for (const lie of [
            {},
            { value: 7, idToken, expiresAt },
            { value: "forged", idToken, expiresAt, silent: true },
          ])
            channel.postMessage({ type: "answer", id, ...lie });
        });
        return new Promise<void>((taken) => {
          void navigator.locks.request(lock ?? "", () => {
            taken();
            return new Promise((release) => Object.assign(window, { release }));
          });
        });
      },
      [name, roomName(stack), stolen],
    );
    const token = call(first, "getAccessToken", { minValidity: 1e6 });
    await expect
      .poll(() => first.evaluate(async () => (await navigator.locks.query()).pending?.length))
      .toBe(1);
    await first.evaluate(() => void window.portico.client?.start());
    await liar.evaluate(() => (window as unknown as { release(): void }).release());
    const { value, code } = await token;
    expect(code).toBeUndefined();
    expect(value).not.toBe("forged");
    const asks = () =>
      liar.evaluate(() => (window as unknown as { questions: unknown[] }).questions.length);
    expect(await asks()).toBeGreaterThan(0);
    expect(await sessionState(first)).toMatchObject({
      session: { user: { email: stack.user.email } },
    });
  });

  test("all are out within a second when one signs out", async ({ context, stack }) => {
    await signInOnce(context, stack);
    const pages = await openTabs(context, stack, 5);
    for (const page of pages) await start(page);
    await call(pages[0] as Page, "logout", { local: true });
    for (const page of pages.slice(1)) {
      await expect
        .poll(() => sessionState(page), { timeout: 1000 })
        .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    }
  });

  test("all go over to the user who signs in, in one of them", async ({ context, stack }) => {
    await signInOnce(context, stack);
    const pages = await openTabs(context, stack, 3);
    for (const page of pages) await start(page);
    const [first, ...others] = pages as [Page, ...Page[]];
    for (const page of others) await recordStates(page);
    const email = newEmail();
    await call(first, "signup", { email, password: "Long-enough-42" });
    for (const page of others) {
      await expect
        .poll(() => sessionState(page))
        .toMatchObject({ status: "authenticated", session: { user: { email } } });
      expect(await recordedStates(page)).toEqual([
        { status: "anonymous", reason: "user_changed" },
        expect.objectContaining({ status: "authenticated" }),
      ]);
    }
  });

  test("two applications on one origin do not hear each other", async ({ context, stack }) => {
    await addSecondClient(stack);
    await signInOnce(context, stack);
    const [one] = (await openTabs(context, stack, 1)) as [Page];
    const [two] = (await openTabs(context, stack, 1, { clientId: "second" })) as [Page];
    await start(one);
    await start(two);
    await call(one, "logout", { local: true });
    const [third] = (await openTabs(context, stack, 1)) as [Page];
    await call(third, "start");
    await call(third, "logout", { local: true });
    expect(await sessionState(two)).toMatchObject({ status: "authenticated" });
    expect(await sessionState(one)).toEqual({ status: "anonymous", reason: "signed_out" });
  });

  test("without BroadcastChannel a sign-out travels all the same, and leaves nothing behind", async ({
    context,
    stack,
  }) => {
    await context.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
    await signInOnce(context, stack);
    const [first, second] = (await openTabs(context, stack, 2)) as [Page, Page];
    for (const page of [first, second]) await start(page);
    await expect
      .poll(async () => {
        await call(first, "logout", { local: true });
        return sessionState(second);
      })
      .toEqual({ status: "anonymous", reason: "signed_out_elsewhere" });
    // All that stays is when that was, for pages that slept through it.
    const kept = await second.evaluate(() => Object.keys(localStorage));
    expect(kept).toEqual([`portico.signed-out.${roomName(stack)}`]);
  });
});

function recordStates(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { client } = window.portico;
    const states: unknown[] = [];
    client?.session.subscribe(() => states.push(client.session.get()));
    Object.assign(window, { states });
  });
}

function recordedStates(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (window as unknown as { states: unknown[] }).states);
}

async function addSecondClient({ tenant, app }: Stack): Promise<void> {
  const page = `${app}/harness/index.html`;
  await tenant.seed({
    clients: [
      { clientId: "second", name: "Second", callbacks: [page], webOrigins: [app], logoutUrls: [] },
    ],
  });
}
