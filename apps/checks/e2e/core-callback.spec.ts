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

  test("takes an address or a query", async ({ page, stack }) => {
    for (const part of [(url: string) => url, (url: string) => new URL(url).search]) {
      const url = part(await comeBack(page, stack));
      expect((await call(page, "completeCallback", { url })).value).toMatchObject(
        authenticated(stack),
      );
    }
  });

  test("takes a fragment", async ({ page, stack }) => {
    const url = await comeBack(page, stack, {}, { responseType: "token id_token" });
    const { hash } = new URL(url);
    expect(hash).toContain("access_token=");
    expect((await call(page, "completeCallback", { url: hash })).value).toMatchObject(
      authenticated(stack),
    );
  });

  test("finds nothing where nothing is", async ({ page, stack }) => {
    await openCore(page, stack);
    for (const url of [undefined, "", "?a=b", "#chapter", `${stack.app}/?state=open`]) {
      expect((await call(page, "completeCallback", { url })).value).toEqual({ kind: "none" });
    }
  });

  test("checks a state and a nonce of the app's own", async ({ page, stack }) => {
    const own = { state: "a state of one's own", nonce: "a nonce of one's own" };
    const url = await comeBack(page, stack, own);
    expect(new URL(url).searchParams.get("state")).toBe(own.state);
    const forged = await call(page, "completeCallback", { url, ...own, state: "another" });
    expect(forged.code).toBe("invalid_callback");
    expect((await call(page, "completeCallback", { url, ...own })).value).toMatchObject(
      authenticated(stack),
    );
    // Used once more, for another request.
    await comeBack(page, stack, own);
    const { error } = await call(page, "completeCallback", { ...own, nonce: "another" });
    expect(JSON.parse(error ?? "{}")).toMatchObject({
      code: "invalid_token",
      details: { reason: "nonce" },
    });
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

  test("fails as the tenant does, and leaves the session as it was", async ({ page, stack }) => {
    await comeBack(page, stack);
    stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "html500" });
    expect((await call(page, "completeCallback")).code).toBe("server");
    expect(await sessionState(page)).toEqual({ status: "starting" });
    await openCore(page, stack);
    const params = { url: "?error=access_denied&state=forged" };
    expect((await call(page, "completeCallback", params)).code).toBe("unsolicited");
  });
});

test.describe("start with skipRedirectCallback", () => {
  test("leaves the response to completeCallback", async ({ page, stack }) => {
    const url = await comeBack(page, stack, {}, { checkSessionOnStart: false });
    const started = await call(page, "start", { skipRedirectCallback: true });
    expect(started.value).toEqual({ kind: "anonymous" });
    expect(page.url()).toBe(url);
    expect((await call(page, "completeCallback")).value).toMatchObject(authenticated(stack));
    expect(page.url()).toBe(pageOf(stack));
  });
});
