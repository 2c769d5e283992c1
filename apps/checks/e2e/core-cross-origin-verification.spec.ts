import type { Page } from "@playwright/test";
import { sampleSeed } from "@portico/tenant";
import type { Stack } from "../stack/start-stack.js";
import { authenticated, configOf, pageOf, tenantFor } from "./core-callback-page.js";
import { attachClient, call, keptByPage, openCore } from "./core-page.js";
import { expect, test } from "./fixtures.js";

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
