import type { NewFaultRule } from "@portico/tenant";
import { expect, newEmail } from "../../e2e/fixtures.js";
import type { Ended } from "../../harness/contract.js";
import type { Given, Proof } from "./given.js";
import type { ClientCve } from "./pack.js";

/** Answers of each kind that an error could be made of. */
const faults: readonly NewFaultRule["fault"][] = [
  "network",
  "no-cors",
  "text403",
  "empty403",
  { kind: "json-empty", status: 401 },
  "429-global",
  "html500",
  "json502",
  "html200",
  "null200",
  "array200",
  "json-truncated",
];

type SecretCve = Extract<ClientCve, "CVE-2020-5263" | "CVE-2020-15125">;

/** What was sent is not in what is thrown. */
export const secretProofs: Readonly<Record<SecretCve, Proof>> = {
  async "CVE-2020-5263"(given) {
    const { lab } = given;
    const { email } = lab.user;
    const password = 'Canary "in" the-mine 42/ü';
    const otp = "918273";
    const wrong = { email, password };
    await expectKept(given, password, () => lab.call("login", wrong), "/co/authenticate");
    const byGrant = () => lab.call("login", { ...wrong, via: "password-realm" });
    await expectKept(given, password, byGrant, "/oauth/token");
    const signUp = () => lab.call("signup", { email: newEmail(), password });
    await expectKept(given, password, signUp, "/dbconnections/signup");
    for (const [via, path] of [
      ["in-page", "/co/authenticate"],
      ["otp-grant", "/oauth/token"],
    ]) {
      await lab.keep("sent", "passwordless.start", { email: newEmail() });
      const verify = () =>
        lab.call("passwordless.verify", { kept: "sent.challenge" }, { otp, via });
      await expectKept(given, otp, verify, path ?? "");
    }
  },

  async "CVE-2020-15125"(given) {
    const { lab } = given;
    await lab.signIn();
    const token = String((await lab.call("getAccessToken")).value);
    await expectKept(given, token, () => lab.call("userInfo"), "/userinfo");
    const { session } = (await lab.session()) as { session: { user: { sub: string } } };
    const { sub } = session.user;
    // Its bearer comes with the first call, and is used again.
    await lab.call("management.getUser", sub);
    const path = `/api/v2/users/${sub}`;
    await expectKept(given, token, () => lab.call("management.getUser", sub), path);
  },
};

/** Fails in each way, and looks at all names and values of what is thrown. */
async function expectKept(
  { lab, stack }: Given,
  secret: string,
  act: () => Promise<Ended>,
  path: string,
): Promise<void> {
  lab.secrets.add(secret);
  for (const fault of faults) {
    stack.tenant.faults.clear();
    const { id } = stack.tenant.faults.add({ match: { path }, times: "always", fault });
    const { code, mistake, dump = "" } = await act();
    const name = `${path}: ${JSON.stringify(fault)}`;
    expect(mistake, name).toBeUndefined();
    expect(code, name).toEqual(expect.any(String));
    const hits = stack.tenant.faults.list().find((rule) => rule.id === id)?.hits;
    expect(hits, name).toBeGreaterThan(0);
    // Whatever bearer was sent, the page has been given it in an answer.
    expect(await lab.secrets.foundIn(dump), name).toEqual([]);
  }
  stack.tenant.faults.clear();
}
