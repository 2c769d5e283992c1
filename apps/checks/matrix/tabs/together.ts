import type { AuthConfig } from "@portico/core";
import type { Lab } from "../../contract/lab.js";
import { audience } from "../../contract/seed.js";
import { expect, newEmail } from "../../e2e/fixtures.js";
import { of, password, signedOutElsewhere, type TabScenario } from "./tab-scenario.js";
import { asked, callAtOnce, recordedStates, recordStates, type Tabs } from "./tabs.js";

/** Tabs that hear each other. */
export const together: readonly TabScenario[] = [
  {
    id: "logout",
    title: "all are out within a second when one signs out",
    async run(tabs) {
      const [first, ...others] = await tabs.openSignedIn(5);
      await first?.call("logout", { local: true });
      for (const lab of others) {
        await expect.poll(() => lab.session(), { timeout: 1000 }).toEqual(signedOutElsewhere);
        expect((await lab.call("getAccessToken")).code).toBe("login_required");
      }
    },
  },
  {
    id: "login",
    title: "all are in when somebody signs in, in one of them",
    async run(tabs) {
      const [first, ...others] = await tabs.open(3);
      for (const lab of [first, ...others]) await lab?.call("start");
      await first?.signIn();
      for (const lab of others) {
        await expect.poll(() => lab.session()).toMatchObject(of(lab.user.email));
        expect((await lab.call("getAccessToken")).value).toEqual(expect.any(String));
      }
    },
  },
  {
    id: "switch",
    title: "all go over to the user who signs in, in one of them, and are nobody's meanwhile",
    async run(tabs) {
      const [first, ...others] = await tabs.openSignedIn(3);
      for (const lab of others) await recordStates(lab);
      const email = newEmail();
      await first?.call("signup", { email, password });
      for (const lab of others) {
        await expect.poll(() => lab.session()).toMatchObject(of(email));
        expect(await recordedStates(lab)).toEqual([
          { status: "anonymous", reason: "user_changed" },
          expect.objectContaining({ status: "authenticated" }),
        ]);
      }
    },
  },
  {
    id: "renew in 2 tabs",
    title: "twenty calls in two of them renew once, and the next twenty not at all",
    run: (tabs) => renewTogether(tabs, 2),
  },
  {
    id: "renew in 5 tabs",
    title: "fifty calls in five of them renew once, and the next fifty not at all",
    run: (tabs) => renewTogether(tabs, 5),
  },
  {
    id: "no BroadcastChannel",
    title: "without BroadcastChannel news travel all the same, and leave nothing behind",
    async run(tabs) {
      await tabs.context.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
      const [first, second] = (await tabs.openSignedIn(2)) as [Lab, Lab];
      // What listens instead is still on its way to the second tab.
      await expect
        .poll(async () => {
          await first.call("logout", { local: true });
          return second.session();
        })
        .toEqual(signedOutElsewhere);
      await first.signIn();
      await expect.poll(() => second.session()).toMatchObject(of(first.user.email));
      const kept = await second.page.evaluate(() => Object.keys(localStorage));
      expect(kept).toEqual([expect.stringMatching(/^portico\.signed-out\./)]);
    },
  },
];

/** The tenant's answer is slow, so that all of them ask before it is there. */
async function renewTogether(tabs: Tabs, count: number): Promise<void> {
  const config: Partial<AuthConfig> = { deadlines: { silent: 15_000 } };
  const labs = await tabs.openSignedIn(count, config);
  const { tenant } = tabs.stack;
  tenant.clearRequests();
  tenant.faults.add({ match: { path: "/authorize" }, fault: { kind: "delay", ms: 1500 } });
  const burst = async () => {
    const tokens = labs.map((lab) => callAtOnce(lab, 10, "getAccessToken", { audience }));
    return (await Promise.all(tokens)).flat();
  };
  const tokens = await burst();
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).toMatch(/^eyJ/);
  expect(asked(tabs, "/authorize")).toBe(1);
  expect(await burst()).toEqual(tokens);
  expect(asked(tabs, "/authorize")).toBe(1);
}
