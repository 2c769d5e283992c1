import { authenticated, comeBack, configOf, pageOf } from "./core-callback-page.js";
import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

test.describe("completeCallback", () => {
  test("cleans the address before its first await and ends two calls alike", async ({
    page,
    stack,
  }) => {
    await comeBack(page, stack, { appState: { step: 2 } });
    const { addresses, outcomes, same } = await page.evaluate(async () => {
      const { client } = window.portico;
      if (!client) throw new Error("There is no client.");
      // As React's StrictMode does: the first effect is given up, the second one is the one that counts.
      const first = new AbortController();
      const calls = [client.completeCallback({ signal: first.signal })];
      const afterFirst = location.href;
      first.abort();
      calls.push(client.completeCallback(), client.completeCallback());
      const ends = await Promise.allSettled(calls);
      const values = ends.map((end) => (end.status === "fulfilled" ? end.value : undefined));
      return {
        addresses: afterFirst,
        outcomes: ends.map(({ status }) => status),
        same: values[1] !== undefined && values[1] === values[2] && values[1],
      };
    });
    expect(addresses).toBe(pageOf(stack));
    expect(outcomes).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(same).toMatchObject({ ...authenticated(stack), appState: { step: 2 } });
    expect(await sessionState(page)).toMatchObject({ status: "authenticated" });
    expect((await call(page, "completeCallback")).value).toEqual({ kind: "none" });
    expect(await keptByPage(page)).not.toContain("codeVerifier");
  });

  test("is transaction_lost for a response that was used before, by the back button too", async ({
    page,
    stack,
  }) => {
    const used = await comeBack(page, stack);
    await call(page, "completeCallback");
    expect((await call(page, "completeCallback", { url: used })).code).toBe("transaction_lost");
    await page.goto(used);
    await attachClient(page, configOf(stack));
    expect((await call(page, "completeCallback")).code).toBe("transaction_lost");
    expect(page.url()).toBe(pageOf(stack));
    await page.reload();
    await attachClient(page, configOf(stack));
    expect((await call(page, "completeCallback")).value).toEqual({ kind: "none" });
    expect(await sessionState(page)).toEqual({ status: "starting" });
  });

  test("begins the session of the other tabs too", async ({ page, context, stack }) => {
    const tab = await context.newPage();
    await openCore(tab, stack);
    expect((await call(tab, "start")).value).toMatchObject({ kind: "anonymous" });
    await comeBack(page, stack);
    await call(page, "start", { skipRedirectCallback: true });
    await call(page, "completeCallback");
    await expect
      .poll(() => sessionState(tab))
      .toMatchObject({ session: { user: { email: stack.user.email } } });
  });
});
