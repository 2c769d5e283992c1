import type { Lab } from "../../contract/lab.js";
import { audience } from "../../contract/seed.js";
import { expect, newEmail } from "../../e2e/fixtures.js";
import { of, password, signedOutElsewhere, type TabScenario } from "./tab-scenario.js";
import { asked, holdBack, type Tabs } from "./tabs.js";

/** Something is under way in one tab while something else happens. */
export const interrupted: readonly TabScenario[] = [
  {
    id: "leader crash",
    title: "one that waits goes on when the one at work crashes",
    async run(tabs) {
      const [leader, other] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      const { tenant } = tabs.stack;
      const { id } = tenant.faults.add({ match: { path: "/authorize" }, fault: "hang" });
      await leader.begin("getAccessToken", { audience });
      const hits = () => tenant.faults.list().find((rule) => rule.id === id)?.hits;
      await expect.poll(hits).toBe(1);
      const waiting = other.call("getAccessToken", { audience });
      await expect.poll(() => waitingTabs(other)).toBe(1);
      await crash(tabs, leader);
      expect((await waiting).value).toEqual(expect.any(String));
    },
  },
  {
    id: "logout during renew",
    title: "a sign-out outweighs a renewal that is under way in another",
    async run(tabs) {
      const [renewing, other] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      const { met, release } = await holdBack(tabs, "/authorize");
      const renewal = renewing.call("getAccessToken", { audience });
      await met;
      await other.call("logout", { local: true });
      await expect.poll(() => renewing.session()).toEqual(signedOutElsewhere);
      release();
      expect((await renewal).code).toBe("aborted");
      for (const lab of [renewing, other]) {
        expect((await lab.call("getAccessToken", { audience })).code).toBe("login_required");
        expect(await lab.session()).toMatchObject({ status: "anonymous" });
      }
    },
  },
  {
    id: "switch during linking",
    title:
      "a switch ends a linking that has not been sent, and one that has is of who confirmed it",
    async run(tabs) {
      const [linking, other] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      const [primary, ...secondaries] = await newUsers(tabs, 3);
      const [early = "", late = ""] = secondaries;
      await linking.signIn({ email: primary, password });
      await expect.poll(() => other.session()).toMatchObject(of(primary ?? ""));

      await prove(linking, early);
      const somebody = newEmail();
      await other.call("signup", { email: somebody, password });
      await expect.poll(() => linking.session()).toMatchObject(of(somebody));
      tabs.stack.tenant.clearRequests();
      expect((await linking.call("linkIdentity", { kept: "proven" })).code).toBe("user_changed");
      const path = `/api/v2/users/${encodeURIComponent(idOf(tabs, primary))}/identities`;
      expect(tabs.stack.tenant.requests().map((one) => one.path)).not.toContain(path);

      await linking.signIn({ email: primary, password });
      await prove(linking, late);
      const { met, release } = await holdBack(tabs, path);
      tabs.stack.tenant.clearRequests();
      const linked = linking.call("linkIdentity", { kept: "proven" });
      await met;
      await other.signIn({ email: somebody, password });
      await expect.poll(() => linking.session()).toMatchObject(of(somebody));
      release();
      expect((await linked).code).toBeUndefined();
      expect(asked(tabs, path)).toBe(1);
      expect(idOf(tabs, late), "it is no user of its own any more").toBe("");
      expect(await linking.session(), "the session is the other user's").toMatchObject(
        of(somebody),
      );
    },
  },
];

/** How many tabs wait for another one's renewal. */
function waitingTabs({ page }: Lab): Promise<number | undefined> {
  return page.evaluate(async () => (await navigator.locks.query()).pending?.length);
}

/** Ends the process of a page, as when it runs out of memory. */
async function crash({ context }: Tabs, { page }: Lab): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Nobody is left to answer.
  void cdp.send("Page.crash").catch(() => {});
  await crashed;
}

async function newUsers({ stack }: Tabs, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, newEmail);
  await stack.tenant.seed({ clients: [], users: emails.map((email) => ({ email, password })) });
  return emails;
}

function idOf({ stack }: Tabs, email: string | undefined): string {
  return stack.tenant.state().users.find((user) => user.email === email)?.userId ?? "";
}

/** Proves an account in a window of its own, by the tenant's login page; the proof stays in the page. */
async function prove(lab: Lab, email: string): Promise<void> {
  const opened = lab.page.waitForEvent("popup");
  const proving = lab.keep("proven", "proveIdentity");
  const popup = await opened;
  await popup.locator("#username").fill(email);
  await popup.locator("#password").fill(password);
  await popup.locator("#go").click();
  expect((await proving).code).toBeUndefined();
}
