import type { BrowserContext, Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { call, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";

const withRefresh = { scope: "openid profile email offline_access" };

/** New tabs of one browser, each with a client that has not started. */
async function openTabs(
  context: BrowserContext,
  stack: Stack,
  count: number,
  more: Partial<AuthConfig> = {},
): Promise<Page[]> {
  const pages = await Promise.all(Array.from({ length: count }, () => context.newPage()));
  for (const page of pages) await openCore(page, stack, more);
  return pages;
}

/** Signs somebody in at the tenant, without a client that goes on. */
async function signInOnce(context: BrowserContext, stack: Stack): Promise<void> {
  const page = await context.newPage();
  await openCore(page, stack);
  expect((await call(page, "login", stack.user)).code).toBeUndefined();
  await page.close();
}

const start = (page: Page) => call(page, "start");

function asked({ tenant }: Stack, path: string): number {
  return tenant.requests().filter((one) => one.path === path && !one.preflight).length;
}

/** The name of what the tabs of the stack's application share. */
function roomName({ tenant, clientId }: Stack): string {
  return `${new URL(tenant.url).host}.${clientId}`;
}

test.describe("several tabs", () => {
  test("five that start at once ask the tenant once, and all know the user", async ({
    context,
    stack,
  }) => {
    await signInOnce(context, stack);
    const pages = await openTabs(context, stack, 5);
    stack.tenant.clearRequests();
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "delay", ms: 1500 } });
    const outcomes = await Promise.all(pages.map(start));
    for (const { value } of outcomes) expect(value).toMatchObject({ kind: "authenticated" });
    expect(asked(stack, "/authorize")).toBe(1);
    expect(asked(stack, "/oauth/token")).toBe(1);
  });

  test("five that start at once where nobody is signed in ask the tenant once", async ({
    context,
    stack,
  }) => {
    const pages = await openTabs(context, stack, 5);
    stack.tenant.clearRequests();
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "delay", ms: 1500 } });
    const outcomes = await Promise.all(pages.map(start));
    for (const { value } of outcomes) expect(value).toEqual({ kind: "anonymous" });
    expect(asked(stack, "/authorize")).toBe(1);
  });

  test("fifty calls in five of them renew once, and the next fifty not at all", async ({
    context,
    stack,
  }) => {
    await signInOnce(context, stack);
    const pages = await openTabs(context, stack, 5);
    for (const page of pages) await start(page);
    stack.tenant.clearRequests();
    stack.tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "delay", ms: 1500 } });
    const audience = "https://api.portico.example";
    const burst = (page: Page) =>
      page.evaluate(async (given) => {
        const { client, result } = window.portico;
        const calls = Array.from({ length: 10 }, () =>
          result(async () => client?.getAccessToken({ audience: given })),
        );
        return (await Promise.all(calls)).map(({ value }) => value);
      }, audience);
    const tokens = (await Promise.all(pages.map(burst))).flat();
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toEqual(expect.any(String));
    expect(asked(stack, "/authorize")).toBe(1);
    expect((await Promise.all(pages.map(burst))).flat()).toEqual(tokens);
    expect(asked(stack, "/authorize")).toBe(1);
  });

  test("one that waits goes on when the one at work is closed", async ({ context, stack }) => {
    await signInOnce(context, stack);
    const [first, second] = (await openTabs(context, stack, 2)) as [Page, Page];
    const { id } = stack.tenant.faults.add({ match: { path: "/authorize" }, fault: "hang" });
    first.evaluate(() => window.portico.client?.start()).catch(() => {});
    const hits = () => stack.tenant.faults.list().find((rule) => rule.id === id)?.hits;
    await expect.poll(hits).toBe(1);
    const outcome = start(second);
    await expect
      .poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length))
      .toBe(1);
    await first.close();
    expect((await outcome).value).toMatchObject({ kind: "authenticated" });
  });

  test("one that waits for a frozen one goes alone in the end", async ({ context, stack }) => {
    await signInOnce(context, stack);
    const [frozen, other] = (await openTabs(context, stack, 2, {
      deadlines: { silent: 2000 },
    })) as [Page, Page];
    const name = await lockOf(frozen, stack);
    await frozen.evaluate(
      (given) =>
        new Promise<void>((taken) => {
          void navigator.locks.request(given, () => {
            taken();
            return new Promise(() => {});
          });
        }),
      name,
    );
    expect((await start(other)).value).toMatchObject({ kind: "authenticated" });
  });

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

/** The lock of the renewals that a client of the stack takes when it has no configuration of its own. */
async function lockOf(page: Page, stack: Stack): Promise<string> {
  const name = `portico.renewal.${roomName(stack)}.`;
  const key = JSON.stringify(["", "", "email openid profile"]);
  expect(await page.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
  return name + key;
}

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
