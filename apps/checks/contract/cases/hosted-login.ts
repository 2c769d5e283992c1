import { expect } from "../../e2e/fixtures.js";
import type { Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";

const social = { connection: "google-oauth2" };

/** Leaves for the tenant, comes back, and starts the client of the page that the browser came back to. */
async function roundTrip(lab: Lab, params?: object, atTenant = () => lab.typeCredentials()) {
  return (await lab.leave("loginWithConnection", [params], atTenant)) ?? lab.call("start");
}

async function pickGrace({ page }: Lab): Promise<void> {
  await page.getByRole("button", { name: "Grace Hopper" }).click();
}

/** Signed in at the tenant, in a page that does not know it. */
async function signedInAtTenant(lab: Lab): Promise<void> {
  await lab.signIn();
  await lab.open();
}

async function answerConsent({ page }: Lab, answer: string): Promise<void> {
  await page.waitForURL(/\/u\/consent/);
  await page.getByRole("button", { name: answer }).click();
}

const nothingToDo = async () => {};
const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };
const failed = (code: string, details: object = {}) => ({
  value: { kind: "anonymous", error: { code, details } },
});

export const hostedLogin: Flow = {
  name: "loginWithConnection",
  cases: [
    {
      title: "the tenant's own page, with nothing said",
      call: (lab) => roundTrip(lab),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "the app's state comes back, and the address becomes what it says",
      call: (lab) =>
        roundTrip(lab, { appState: { returnTo: "/harness/contract.html?x=1#y", n: [1] } }),
      expect: { value: { ...ada, appState: { returnTo: "/harness/contract.html?x=1#y", n: [1] } } },
      afterwards: async (lab) => {
        if (lab.page.url() !== `${lab.address}?x=1#y`) throw new Error(lab.page.url());
      },
      fake: {},
    },
    {
      title: "nobody is asked who is signed in at the tenant",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, {}, nothingToDo),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "a social connection",
      call: (lab) => roundTrip(lab, social, () => pickGrace(lab)),
      expect: {
        value: { kind: "authenticated", session: { user: { email: "grace@example.com" } } },
      },
    },
    {
      title: "an enterprise connection",
      call: (lab) =>
        roundTrip(lab, { connection: "enterprise" }, () =>
          lab.page.getByRole("button", { name: "Katherine Johnson" }).click(),
        ),
      expect: {
        value: {
          kind: "authenticated",
          session: { user: { sub: "samlp|enterprise|katherine", name: "Katherine Johnson" } },
        },
      },
    },
    {
      title: "prompt=none without a session at the tenant",
      call: (lab) => roundTrip(lab, { prompt: "none" }, nothingToDo),
      expect: failed("login_required"),
      session: "anonymous",
    },
    {
      title: "prompt=none with a session at the tenant",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, { prompt: "none" }, nothingToDo),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "prompt=login asks somebody who is signed in",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, { prompt: "login" }),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "prompt=select_account asks somebody who is signed in",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, { prompt: "select_account" }),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "prompt=consent asks somebody who is signed in, and they allow it",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, { prompt: "consent" }, () => answerConsent(lab, "Allow")),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "prompt=consent asks somebody who is signed in, and they decline",
      given: signedInAtTenant,
      call: (lab) => roundTrip(lab, { prompt: "consent" }, () => answerConsent(lab, "Decline")),
      expect: failed("access_denied"),
      session: "anonymous",
      fake: { redeem: [["access_denied"]] },
    },
    {
      title: "maxAge holds the answer to a fresh sign-in",
      given: (lab) => lab.tenant.faults.add({ fault: "token:old-auth-time" }),
      call: (lab) => roundTrip(lab, { maxAge: 60 }),
      expect: failed("invalid_token", { reason: "authentication_time" }),
      session: "anonymous",
      fake: { redeem: [["invalid_token", { reason: "authentication_time" }]] },
    },
    {
      title: "maxAge with a fresh sign-in",
      call: (lab) => roundTrip(lab, { maxAge: 60 }),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "a state and a nonce of one's own",
      call: (lab) => roundTrip(lab, { state: "own-state-1", nonce: "own-nonce-1" }),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "a wrong nonce",
      given: (lab) => lab.tenant.faults.add({ fault: "token:wrong-nonce" }),
      call: (lab) => roundTrip(lab),
      expect: failed("invalid_token", { reason: "nonce" }),
      session: "anonymous",
      fake: { redeem: [["invalid_token", { reason: "nonce" }]] },
    },
    {
      title: "a token that is signed with a shared secret",
      given: (lab) => lab.tenant.faults.add({ fault: "token:hs256" }),
      call: (lab) => roundTrip(lab),
      expect: failed("invalid_token", { reason: "algorithm" }),
      session: "anonymous",
      fake: { redeem: [["invalid_token", { reason: "algorithm" }]] },
    },
    {
      title: "tokens in the fragment, where they are asked for",
      config: { responseType: "token id_token" },
      call: (lab) => roundTrip(lab),
      expect: { value: ada },
    },
    {
      title: "a code in the fragment, where it is asked for",
      call: (lab) => roundTrip(lab, { responseMode: "fragment" }),
      expect: { value: ada },
    },
    {
      title: "a refusal by the tenant's rule",
      given: (lab) =>
        lab.tenant.seed({
          clients: [],
          users: [{ email: "deny+1@example.com", password: "Canary-denied-1" }],
        }),
      call: (lab) =>
        roundTrip(lab, { loginHint: "deny+1@example.com" }, async () => {
          await lab.page.locator("#username").fill("deny+1@example.com");
          await lab.page.locator("#password").fill("Canary-denied-1");
          await lab.page.locator("#go").click();
        }),
      expect: failed("access_denied"),
      session: "anonymous",
    },
    {
      title: "a redirectUri of this call",
      call: async (lab) => {
        const redirectUri = `${lab.address}?from=here`;
        const url = await lab.call("buildAuthorizeUrl", { redirectUri });
        return { value: new URL(url.value as string).searchParams.get("redirect_uri") };
      },
      expect: { value: expect.stringMatching(/contract\.html\?from=here$/) },
      leaves: "transaction",
    },
    {
      title: "extra parameters travel and replace none of ours",
      call: async (lab) => {
        const url = await lab.call("buildAuthorizeUrl", {
          extra: { ext_color: "red", client_id: "evil" },
        });
        const { searchParams } = new URL(url.value as string);
        return { value: [searchParams.getAll("ext_color"), searchParams.getAll("client_id")] };
      },
      expect: { value: [["red"], ["portico-demo"]] },
      leaves: "transaction",
    },
  ],
};
