import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import { sampleSeed, startTenant } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, keptByPage, openCore, sessionState } from "./core-page.js";
import { expect, test } from "./fixtures.js";

const pageOf = ({ app }: Stack) => `${app}/harness/index.html`;

const configOf = (stack: Stack, more: Partial<AuthConfig> = {}): AuthConfig => ({
  domain: stack.tenant.url,
  clientId: stack.clientId,
  redirectUri: pageOf(stack),
  ...more,
});

/**
 * Leaves for a tenant that knows the browser, and so comes back at once, to a page with a new client that was not
 * started. Gives the address that the response stood in.
 */
async function comeBack(
  page: Page,
  stack: Stack,
  params: object = {},
  more: Partial<AuthConfig> = {},
): Promise<string> {
  await openCore(page, stack, more);
  await call(page, "login", stack.user);
  const back = page.waitForURL(/[?#&](code|access_token)=/);
  // The page may be gone before the call has answered.
  void call(page, "loginWithConnection", params).catch(() => {});
  await back;
  await attachClient(page, configOf(stack, more));
  return page.url();
}

const authenticated = ({ user }: Stack) => ({
  kind: "authenticated",
  session: { user: { email: user.email } },
});

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

test.describe("the answer of a redirect", () => {
  test("comes in the fragment where that was asked for", async ({ page, stack }) => {
    const url = await comeBack(page, stack, { responseMode: "fragment" });
    expect(new URL(url).search).toBe("");
    expect(new URL(url).hash).toContain("code=");
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack));
    expect(page.url()).toBe(pageOf(stack));
  });

  test("is not taken from the fragment where it was asked for in the query", async ({
    page,
    stack,
  }) => {
    const { search } = new URL(await comeBack(page, stack, { responseMode: "query" }));
    const url = `#${search.slice(1)}`;
    expect((await call(page, "completeCallback", { url })).code).toBe("invalid_callback");
  });

  test("is posted to a server where that was asked for", async ({ page, stack }) => {
    const posted: string[] = [];
    // A server that leaves the code to the page, whose tab has the verifier.
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        posted.push(`${request.method} ${body}`);
        response.writeHead(303, { location: `${pageOf(stack)}?${body}` }).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const redirectUri = `http://localhost:${port}/callback`;
    const tenant = await tenantFor(stack, redirectUri);
    const place = { ...stack, tenant };
    await comeBack(page, place, { redirectUri, responseMode: "form_post" });
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatch(/^POST (code|state)=/);
    await tenant.close();
    server.closeAllConnections();
    server.close();
  });
});

test.describe("crossOriginVerification", () => {
  test("finishes a login whose cookie did not arrive", async ({ page, stack }) => {
    const tenant = await tenantFor(stack);
    await setVerificationPage(tenant, stack);
    const place = { ...stack, tenant };
    tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "cookie-lost" });
    await openCore(page, place);
    const back = page.waitForURL(/code=/);
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, via: "redirect" }).catch(() => {});
    await back;
    expect(tenant.requests().map(({ path }) => path)).toContain("/co/verify");
    // What was kept for it is gone.
    expect(await keptByPage(page)).not.toContain("co/verifier");
    await attachClient(page, configOf(place));
    expect((await call(page, "start")).value).toMatchObject(authenticated(stack));
    await tenant.close();
  });

  test("answers nobody but the tenant that the app names", async ({ page, stack }) => {
    const { tenant, app, appElsewhere } = stack;
    await page.goto(`${app}/harness/index.html`);
    await page.evaluate((origin) => {
      const key = `co/verifier/${encodeURIComponent(origin)}/1`;
      const entry = { verifier: "secret", expiresAt: Date.now() + 60_000 };
      sessionStorage.setItem(key, JSON.stringify(entry));
    }, tenant.url);
    const verify = `${app}/harness/core-verify.html?domain=${encodeURIComponent(tenant.url)}`;
    for (const host of [app, appElsewhere]) {
      await page.goto(`${host}/harness/index.html`);
      expect(await askFrame(page, `${verify}#origin=${encodeURIComponent(host)}`)).toEqual([
        "last",
      ]);
    }
    await page.goto(`${app}/harness/index.html`);
    expect(await keptByPage(page)).toContain("secret");
  });
});

/** Frames a page, asks it for a verifier, and gives all that it says up to a word that was asked for later. */
async function askFrame(page: Page, url: string): Promise<unknown> {
  await page.evaluate(async (src) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    Object.assign(frame, { src });
    document.body.append(frame);
    await loaded;
  }, url);
  await page.frame({ url })?.evaluate(() =>
    window.addEventListener("message", ({ data }) => {
      if (data === "last") window.parent.postMessage("last", "*");
    }),
  );
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const heard: unknown[] = [];
        window.addEventListener("message", ({ data }) => {
          heard.push(data);
          if (data === "last") resolve(heard);
        });
        const frame = document.querySelector("iframe")?.contentWindow;
        frame?.postMessage({ type: "co_verifier_request", request: { id: "1" } }, "*");
        frame?.postMessage("last", "*");
      }),
  );
}

/** A tenant of its own for the stack's pages. */
async function tenantFor(stack: Stack, ...callbacks: readonly string[]) {
  const seed = sampleSeed([stack.app]);
  seed.clients[0]?.callbacks.push(pageOf(stack), ...callbacks);
  return startTenant({ port: 0, scryptCost: 1024, seed });
}

/** Tells the tenant, whose address is known only now, which page of the app it may ask. */
async function setVerificationPage(
  tenant: Awaited<ReturnType<typeof tenantFor>>,
  stack: Stack,
): Promise<void> {
  const [client] = sampleSeed([stack.app]).clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.callbacks.push(pageOf(stack));
  const domain = encodeURIComponent(tenant.url);
  client.crossOriginVerificationUrl = `${stack.app}/harness/core-verify.html?domain=${domain}`;
  await tenant.seed({ clients: [client] });
}
