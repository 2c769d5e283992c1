import type { ContractCase, Flow } from "../contract-case.js";
import { people } from "../seed.js";

const password = "Canary-enough-42";
const email = "new@example.com";
const created = { kind: "authenticated", session: { user: { email } } };

function refused(title: string, params: object, code: string, details: object = {}): ContractCase {
  const fake = { signup: [[code, details] as const] };
  return {
    title,
    call: (lab) => lab.call("signup", { email, password, ...params }),
    expect: { code, details, retryable: false },
    fake,
  };
}

export const signup: Flow = {
  name: "signup",
  cases: [
    {
      title: "creates the user and signs in",
      call: (lab) => lab.call("signup", { email, password }),
      expect: { value: created },
    },
    {
      title: "signs in by the token endpoint",
      call: (lab) => lab.call("signup", { email, password, via: "password-realm" }),
      expect: { value: created },
    },
    {
      title: "only creates the user where no sign-in is wanted",
      call: (lab) => lab.call("signup", { email, password, signIn: false }),
      expect: { value: { kind: "accepted", destination: email } },
      fake: {},
    },
    {
      title: "with a user name, where the connection requires one",
      call: (lab) =>
        lab.call("signup", { email, password, username: "newcomer", connection: "named" }),
      expect: { value: created },
    },
    {
      title: "keeps odd keys of the metadata as they are",
      call: async (lab) => {
        const userMetadata = { snake_case: "1", "with space": "2", camelCase: "3" };
        const done = await lab.call("signup", { email, password, userMetadata });
        const body = new URLSearchParams({ grant_type: "password", client_id: "portico-demo" });
        body.set("username", email);
        body.set("password", password);
        body.set("audience", `${lab.tenant.url}/api/v2/`);
        body.set("scope", "openid read:current_user");
        const answer = await lab.tenant.fetch(
          new Request(`${lab.tenant.url}/oauth/token`, { method: "POST", body }),
        );
        const { access_token } = (await answer.json()) as { access_token: string };
        const { user } = (done.value as { session: { user: { sub: string } } }).session;
        const profile = await lab.tenant.fetch(
          new Request(`${lab.tenant.url}/api/v2/users/${encodeURIComponent(user.sub)}`, {
            headers: { authorization: `Bearer ${access_token}` },
          }),
        );
        const { user_metadata } = (await profile.json()) as { user_metadata: object };
        return { value: user_metadata };
      },
      expect: { value: { snake_case: "1", "with space": "2", camelCase: "3" } },
      session: "authenticated",
    },
    {
      title: "tells that the account is there when the sign-in failed",
      given: (lab) =>
        lab.tenant.faults.add({ match: { path: "/co/authenticate" }, fault: "json500" }),
      call: (lab) => lab.call("signup", { email, password }),
      expect: {
        value: { kind: "accepted", destination: email, signInError: { code: "server" } },
      },
      fake: { loginInPage: [["server"]] },
    },
    refused("a known address", { email: "ada@example.com" }, "invalid_signup"),
    refused(
      "a known address, where the tenant says so",
      { email: people.named.email, username: "other", connection: "talkative" },
      "user_exists",
    ),
    refused(
      "a known user name, where the tenant says so",
      { username: people.named.username, connection: "talkative" },
      "username_exists",
    ),
    refused("a password that is too weak", { password: "canary" }, "invalid_password", {
      policy: "strength",
      rules: [{ code: "lengthAtLeast", format: [8], verified: false }, {}],
    }),
    refused(
      "a common password",
      { password: "Password1", connection: "wary" },
      "invalid_password",
      {
        policy: "dictionary",
      },
    ),
    refused(
      "a password with the user's name in it",
      { password: "Newcomer-99x", email: "newcomer@example.com", connection: "wary" },
      "invalid_password",
      {
        policy: "user_info",
      },
    ),
    refused(
      "a password that is known from a breach",
      { password: "Canary-leaked-42" },
      "password_leaked",
    ),
    refused("something that is no address", { email: "no-address" }, "invalid_email"),
    refused("a connection that takes nobody", { connection: "closed" }, "signup_disabled"),
  ],
};
