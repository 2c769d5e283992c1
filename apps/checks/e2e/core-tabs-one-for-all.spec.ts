import type { Page } from "@playwright/test";
import { asked, lockOf, openTabs, signInOnce, start } from "./core-tabs-page.js";
import { expect, test } from "./fixtures.js";

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
});
