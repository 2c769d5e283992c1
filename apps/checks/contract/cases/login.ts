import { expect } from "../../e2e/fixtures.js";
import type { ContractCase, Flow } from "../contract-case.js";
import { audience, clients, people } from "../seed.js";

const ways = ["in-page", "password-realm"] as const;
const engineCall = { "in-page": "loginInPage", "password-realm": "loginByGrant" } as const;

const signedIn = (email: string) => ({
  value: { kind: "authenticated", session: { user: { email } } },
});

/** What ends alike, whichever way the password travels. */
function ofEachWay(via: (typeof ways)[number]): ContractCase[] {
  const method = engineCall[via];
  return [
    {
      title: `${via}: by e-mail address`,
      call: (lab) => lab.call("login", { ...lab.user, via }),
      expect: signedIn("ada@example.com"),
      fake: {},
    },
    {
      title: `${via}: an address with spaces around it is the same address`,
      call: (lab) => lab.call("login", { ...lab.user, email: ` ${lab.user.email} `, via }),
      expect: signedIn("ada@example.com"),
      fake: {},
    },
    {
      title: `${via}: by user name`,
      call: (lab) => {
        const { username, password } = people.named;
        return lab.call("login", { username, password, connection: "named", via });
      },
      expect: signedIn(people.named.email),
    },
    {
      title: `${via}: a wrong password`,
      call: (lab) => lab.call("login", { email: lab.user.email, password: "canary-wrong-7", via }),
      expect: { code: "invalid_credentials", retryable: false },
      fake: { [method]: [["invalid_credentials"]] },
    },
    {
      title: `${via}: an unknown user ends like a wrong password`,
      call: (lab) =>
        lab.call("login", { email: "nobody@example.com", password: "canary-wrong-7", via }),
      expect: { code: "invalid_credentials", retryable: false },
      fake: { [method]: [["invalid_credentials"]] },
    },
    {
      title: `${via}: a blocked user`,
      call: (lab) => lab.call("login", { ...people.blocked, via }),
      expect: { code: "blocked_user" },
      fake: { [method]: [["blocked_user"]] },
    },
    {
      title: `${via}: a password that is known from a breach`,
      call: (lab) => lab.call("login", { email: lab.user.email, password: "leaked-canary-7", via }),
      expect: { code: "password_leaked" },
      fake: { [method]: [["password_leaked"]] },
    },
    {
      title: `${via}: too many wrong passwords`,
      given: async (lab) => {
        for (let n = 0; n < 10; n += 1) {
          await lab.call("login", { email: lab.user.email, password: `canary-${n}`, via });
        }
      },
      call: (lab) => lab.call("login", { ...lab.user, via }),
      expect: { code: "too_many_attempts", retryable: false },
      afterwards: (lab) => lab.tenant.inbox.wait({ to: lab.user.email, kind: "unblock" }),
    },
    {
      title: `${via}: an unknown connection`,
      call: (lab) => lab.call("login", { ...lab.user, connection: "misspelt", via }),
      expect: { code: "invalid_request" },
      fake: { [method]: [["invalid_request"]] },
    },
    {
      title: `${via}: a robot is sent to the tenant's own page`,
      call: (lab) =>
        lab.call("login", { email: "bot+1@example.com", password: "canary-bot-7", via }),
      expect: { code: "requires_verification" },
      fake: { [method]: [["requires_verification"]] },
    },
  ];
}

export const login: Flow = {
  name: "login",
  cases: [
    ...ways.flatMap(ofEachWay),
    {
      title: "in-page: an application without cross-origin login",
      config: { clientId: clients.noCrossOrigin },
      call: (lab) => lab.call("login", lab.user),
      expect: { code: "unauthorized_client" },
      fake: { loginInPage: [["unauthorized_client"]] },
    },
    {
      title: "in-page: an origin that is not listed",
      config: { clientId: clients.noOrigins },
      call: (lab) => lab.call("login", lab.user),
      // The tenant shows its refusal to nobody whom it refuses.
      expect: { code: "network", details: { online: true } },
    },
    {
      title: "in-page: an origin that is not listed, where the tenant says so",
      given: (lab) =>
        lab.tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "text403" }),
      call: (lab) => lab.call("login", lab.user),
      expect: { code: "origin_not_allowed", retryable: false },
    },
    {
      title: "in-page: suspicious behaviour",
      given: (lab) =>
        lab.tenant.faults.add({
          match: { path: "/co/authenticate" },
          fault: { kind: "429-suspicious", retryAfter: 30 },
        }),
      call: (lab) => lab.call("login", lab.user),
      expect: { code: "too_many_attempts", retryable: false, retryAfter: 30_000 },
    },
    {
      title: "password-realm: an application without that grant",
      config: { clientId: clients.codeOnly },
      call: (lab) => lab.call("login", { ...lab.user, via: "password-realm" }),
      expect: { code: "unauthorized_client" },
    },
    {
      title: "redirect: comes back with the app's state",
      call: async (lab) => {
        const params = { ...lab.user, via: "redirect", appState: { note: 1 } };
        return (await lab.leave("login", [params])) ?? lab.call("start");
      },
      expect: { value: { ...signedIn("ada@example.com").value, appState: { note: 1 } } },
      fake: {},
    },
    {
      title: "redirect: a wrong password never leaves",
      call: (lab) =>
        lab.call("login", { email: lab.user.email, password: "canary-wrong-7", via: "redirect" }),
      expect: { code: "invalid_credentials" },
      fake: { loginUrl: [["invalid_credentials"]] },
    },
    {
      title: "in-page: a refusal by the tenant's rule",
      given: (lab) =>
        lab.tenant.seed({
          clients: [],
          users: [{ email: "deny+1@example.com", password: "Canary-denied-1" }],
        }),
      call: (lab) =>
        lab.call("login", { email: "deny+1@example.com", password: "Canary-denied-1" }),
      expect: { code: "access_denied" },
      fake: { loginInPage: [["access_denied"]] },
    },
    {
      title: "in-page: the access token is for the API that was asked for",
      call: (lab) => lab.call("login", { ...lab.user, audience, scope: "openid read:projects" }),
      expect: {
        value: { session: { audience, scope: ["openid", "read:projects"] } },
      },
      session: "authenticated",
      fake: {},
    },
    {
      title: "in-page: with the scope openid alone, a user is a sub and nothing more",
      config: { scope: "openid" },
      call: (lab) => lab.call("login", lab.user),
      expect: { value: { kind: "authenticated", session: { scope: ["openid"] } } },
      afterwards: async (lab) => {
        const onlySub = { sub: expect.stringMatching(/^auth0\|/) as unknown };
        const state = await lab.session();
        expect(state.status === "authenticated" && state.session.user).toEqual(onlySub);
        expect((await lab.call("userInfo")).value).toEqual(onlySub);
      },
    },
    {
      title: "in-page: by the implicit grant",
      config: { responseType: "token id_token" },
      call: (lab) => lab.call("login", lab.user),
      expect: signedIn("ada@example.com"),
    },
    {
      title: "in-page: without a password nothing is sent",
      call: (lab) => lab.call("login", { email: lab.user.email }),
      expect: { mistake: expect.stringContaining("Nothing was sent") },
      afterwards: (lab) => {
        expect(lab.tenant.requests()).toEqual([]);
      },
      fake: {},
    },
  ],
};
