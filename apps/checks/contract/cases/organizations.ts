import { expect } from "../../e2e/fixtures.js";
import type { ContractCase, Flow } from "../contract-case.js";

const member = {
  value: { kind: "authenticated", session: { organization: expect.stringMatching(/^org_/) } },
};

function login(
  title: string,
  organization: string,
  more: Omit<ContractCase, "title" | "call">,
): ContractCase {
  return { title, call: (lab) => lab.call("login", { ...lab.user, organization }), ...more };
}

export const organizations: Flow = {
  name: "organizations",
  cases: [
    login("a member, by name", "analytical-society", { expect: member, fake: {} }),
    login("a member, by a name in capitals", "Analytical-Society", { expect: member, fake: {} }),
    login("somebody who is no member", "observatory", {
      expect: { code: "access_denied" },
      fake: { loginInPage: [["access_denied"]] },
    }),
    login("an organization that the tenant does not know", "nowhere", {
      expect: { code: "invalid_request" },
      fake: { loginInPage: [["invalid_request"]] },
    }),
    {
      title: "a token of another organization",
      given: (lab) => lab.tenant.faults.add({ fault: "token:wrong-org-id", after: 1 }),
      call: async (lab) => {
        const first = await lab.call("login", { ...lab.user, organization: "analytical-society" });
        const { organization } = (first.value as { session: { organization: string } }).session;
        await lab.open();
        return lab.call("login", { ...lab.user, organization });
      },
      expect: { code: "invalid_token", details: { reason: "organization" } },
      session: "starting",
    },
    {
      title: "the configuration's organization holds for every call",
      config: { organization: "analytical-society" },
      given: async (lab) => {
        await lab.signIn();
        await lab.open();
      },
      call: (lab) => lab.call("checkSession"),
      expect: member,
    },
  ],
};
