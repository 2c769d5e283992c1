import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";
import type { Lab } from "../../contract/lab.js";
import { expect, newEmail } from "../../e2e/fixtures.js";
import { of, password, signedOutElsewhere, type TabScenario } from "./tab-scenario.js";
import type { Tabs } from "./tabs.js";

declare global {
  interface Window {
    /** Whether this very page was restored from the browser's cache. */
    wasRestored?: boolean;
  }
}

const day = 86_400_000;

/** Tabs that cannot or must not hear each other. */
export const apart: readonly TabScenario[] = [
  {
    id: "sleep",
    title:
      "one that has slept is out if another has signed out, and hands out no token that ran out",
    async run(tabs) {
      const [sleeper, other] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      const before = (await sleeper.call("getAccessToken")).value;
      await sleepOver(tabs, day + 3_600_000);
      const after = await sleeper.call("getAccessToken");
      expect(after.value).toEqual(expect.any(String));
      expect(after.value).not.toBe(before);
      const cdp = await tabs.context.newCDPSession(sleeper.page);
      await cdp.send("Page.setWebLifecycleState", { state: "frozen" });
      await other.call("logout", { local: true });
      await cdp.send("Page.setWebLifecycleState", { state: "active" });
      await expect.poll(() => sleeper.session()).toEqual(signedOutElsewhere);
    },
  },
  {
    id: "bfcache",
    title: "one that comes back from the browser's cache goes over to who has signed in meanwhile",
    async run(tabs) {
      const [page, other] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      await page.page.evaluate(() => {
        window.addEventListener("pageshow", ({ persisted }) => (window.wasRestored = persisted));
      });
      // A page on which no client starts, which would ask the tenant in between.
      await page.page.goto(`${page.app}/harness/index.html`);
      const email = newEmail();
      await other.call("signup", { email, password });
      await page.page.goBack({ waitUntil: "commit" });
      expect(await page.page.evaluate(() => window.wasRestored)).toBe(true);
      await expect.poll(() => page.session()).toMatchObject(of(email));
    },
  },
  {
    id: "two tenants",
    title:
      "those of two tenants on one origin do not hear each other, nor take the other's response",
    async run(tabs) {
      const second = await startSecondTenant(tabs);
      try {
        const [one] = (await tabs.openSignedIn(1)) as [Lab];
        const [two] = (await tabs.open(1, { domain: second.url })) as [Lab];
        expect((await two.call("start")).value).toEqual({ kind: "anonymous" });
        await two.signIn();
        await one.call("logout", { local: true });
        await one.signIn();
        await two.call("logout", { local: true });
        expect(await one.session()).toMatchObject(of(one.user.email));
        await bringResponseTo(second, one);
      } finally {
        await second.close();
      }
    },
  },
];

/** A machine that sleeps stops its pages' timers, but not the clock on the wall. */
async function sleepOver({ context, stack }: Tabs, milliseconds: number): Promise<void> {
  stack.tenant.clock.offset(milliseconds);
  await context.clock.setSystemTime(Date.now() + milliseconds);
}

/** A redirect of one tenant's client comes back to the other's, in the same tab. */
async function bringResponseTo(second: RunningTenant, lab: Lab): Promise<void> {
  const { value } = await lab.call("buildAuthorizeUrl");
  const state = new URL(String(value)).searchParams.get("state");
  await lab.arrive(`?code=somebody-elses&state=${state}`, {
    domain: second.url,
    checkSessionOnStart: false,
  });
  second.clearRequests();
  const started = await lab.call("start");
  expect(started.value).toMatchObject({ kind: "anonymous" });
  expect(second.requests().map(({ path }) => path)).not.toContain("/oauth/token");
  // The client that it belongs to is there after all, and spends it.
  await lab.attach();
  await lab.call("start");
}

function startSecondTenant({ stack }: Tabs): Promise<RunningTenant> {
  const seed = sampleSeed([stack.app]);
  for (const client of seed.clients) client.callbacks.push(`${stack.app}/harness/contract.html`);
  return startTenant({ port: 0, scryptCost: 1024, seed });
}
