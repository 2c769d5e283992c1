import type { Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";

/** What `/userinfo` says in the tenant's place. */
async function answer({ page, tenant }: Lab, claims: object): Promise<void> {
  await page.route(`${tenant.url}/userinfo`, (route) =>
    route.fulfill({
      json: claims,
      headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
    }),
  );
}

export const userInfo: Flow = {
  name: "userInfo",
  cases: [
    {
      title: "the user as the tenant knows them",
      given: (lab) => lab.signIn(),
      call: (lab) => lab.call("userInfo"),
      expect: { value: { email: "ada@example.com", email_verified: true } },
      fake: {},
    },
    {
      title: "nobody is signed in",
      call: (lab) => lab.call("userInfo"),
      expect: { code: "login_required" },
      fake: {},
    },
    {
      title: "an answer about somebody else",
      given: async (lab) => {
        await lab.signIn();
        await answer(lab, { sub: "auth0|eve", email: "eve@example.com" });
      },
      call: (lab) => lab.call("userInfo"),
      expect: { code: "user_changed" },
    },
    {
      title: "an answer about nobody",
      given: async (lab) => {
        await lab.signIn();
        await answer(lab, { email: "ada@example.com" });
      },
      call: (lab) => lab.call("userInfo"),
      expect: { code: "invalid_response" },
    },
    {
      title: "email_verified as text",
      given: async (lab) => {
        await lab.signIn();
        const state = await lab.session();
        if (state.status !== "authenticated") throw new Error("Nobody is signed in.");
        await answer(lab, { sub: state.session.user.sub, email_verified: "true" });
      },
      call: (lab) => lab.call("userInfo"),
      expect: { value: { email_verified: true } },
    },
    {
      title: "an older answer, with identities",
      given: async (lab) => {
        await lab.signIn();
        const state = await lab.session();
        if (state.status !== "authenticated") throw new Error("Nobody is signed in.");
        const identities = [{ user_id: "1", provider: "auth0", connection: "x", isSocial: false }];
        await answer(lab, { sub: state.session.user.sub, identities, clientID: "y" });
      },
      call: (lab) => lab.call("userInfo"),
      expect: { value: { identities: [{ user_id: "1" }], clientID: "y" } },
    },
  ],
};
