import { expect } from "../../e2e/fixtures.js";
import type { Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";

/** Leaves by `logout` and asks, where the browser lands, who is signed in. */
async function logoutTo(lab: Lab, params: object, landing: string) {
  const landed = lab.page.waitForURL(landing);
  // The page may be gone before the call has answered.
  void lab.call("logout", params).catch(() => {});
  await landed;
  if (!landing.startsWith(lab.address)) await lab.page.goto(lab.address);
  await lab.page.waitForFunction(() => "contract" in window);
  await lab.attach();
  return lab.call("checkSession");
}

export const logout: Flow = {
  name: "logout",
  cases: [
    {
      title: "ends the session at the tenant and comes back",
      given: (lab) => lab.signIn(),
      call: (lab) => logoutTo(lab, { returnTo: `${lab.address}` }, `${lab.address}`),
      expect: { code: "login_required" },
      session: "anonymous",
    },
    {
      title: "comes back to an address of the whole tenant's list",
      given: (lab) => lab.signIn(),
      call: (lab) => logoutTo(lab, { returnTo: `${lab.app}/`, allowedBy: "tenant" }, `${lab.app}/`),
      expect: { code: "login_required" },
      session: "anonymous",
    },
    {
      title: "an address that is on no list is not gone to",
      given: (lab) => lab.signIn(),
      call: async (lab) => {
        const landed = lab.page.waitForURL(`${lab.tenant.url}/v2/logout?**`);
        void lab.call("logout", { returnTo: "https://evil.example/" }).catch(() => {});
        await landed;
        await lab.open();
        return { value: "still at the tenant" };
      },
      expect: { value: "still at the tenant" },
      session: "starting",
    },
    {
      title: "in these tabs only",
      given: (lab) => lab.signIn(),
      call: (lab) => lab.call("logout", { local: true }),
      expect: { value: { kind: "anonymous" } },
      session: "anonymous",
      afterwards: async (lab) => {
        const { value } = await lab.call("checkSession");
        if ((value as { kind?: string })?.kind !== "authenticated")
          throw new Error("The tenant's session is gone.");
      },
      fake: {},
    },
    {
      title: "federated, without a value",
      call: (lab) => lab.call("buildLogoutUrl", { returnTo: lab.address, federated: true }),
      expect: {
        value: expect.stringMatching(
          /\/v2\/logout\?client_id=portico-demo&returnTo=[^&]+&federated$/,
        ),
      },
      fake: {},
    },
    {
      title: "of the whole tenant's list, names no application",
      call: (lab) => lab.call("buildLogoutUrl", { returnTo: lab.address, allowedBy: "tenant" }),
      expect: { value: expect.stringMatching(/\/v2\/logout\?returnTo=[^&]+$/) },
      fake: {},
    },
  ],
};
