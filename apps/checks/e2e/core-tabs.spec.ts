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
});

async function addSecondClient({ tenant, app }: Stack): Promise<void> {
  const page = `${app}/harness/index.html`;
  await tenant.seed({
    clients: [
      { clientId: "second", name: "Second", callbacks: [page], webOrigins: [app], logoutUrls: [] },
    ],
  });
}
