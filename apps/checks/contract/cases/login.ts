import type { ContractCase, Flow } from "../contract-case.js";
import { clients, people } from "../seed.js";

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
      call: (lab) => lab.call("login", { email: "nobody@example.com", password: "canary-wrong-7", via }),
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
      then: (lab) => lab.tenant.inbox.wait({ to: lab.user.email, kind: "unblock" }),
    },
    {
      title: `${via}: an unknown connection`,
      call: (lab) => lab.call("login", { ...lab.user, connection: "misspelt", via }),
      expect: { code: "invalid_request" },
      fake: { [method]: [["invalid_request"]] },
    },
    {
      title: `${via}: a robot is sent to the tenant's own page`,
      call: (lab) => lab.call("login", { email: "bot+1@example.com", password: "canary-bot-7", via }),
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
    },
  ],
};
