import type { ContractCase, Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";
import { audience, clients, consentAudience } from "../seed.js";

const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };

/** Signed in at the tenant, in a page that does not know it yet. */
async function signedInElsewhere(lab: Lab): Promise<void> {
  await lab.signIn();
  await lab.open();
}

/** A token that the tenant spoils, in a page that is signed in: the session goes on. */
function spoilt(title: string, fault: `token:${string}`, reason: string): ContractCase {
  return {
    title,
    given: async (lab) => {
      await lab.signIn();
      lab.tenant.faults.add({ fault: fault as "token:hs256" });
    },
    call: (lab) => lab.call("checkSession"),
    expect: { code: "invalid_token", details: { reason }, retryable: false },
    fake: { silentLogin: [["invalid_token", { reason }]] },
  };
}

/** The tenant's clock differs by so many seconds, to the millisecond. */
function skewed(
  title: string,
  seconds: number,
  leeway: number | undefined,
  expect: ContractCase["expect"],
): ContractCase {
  return {
    title,
    ...(leeway !== undefined && { config: { leeway } }),
    given: async (lab) => {
      await signedInElsewhere(lab);
      // A whole second, and not before the sign-in.
      const now = Math.ceil(Date.now() / 1000) * 1000;
      await lab.page.clock.setFixedTime(now);
      lab.tenant.clock.freeze();
      lab.tenant.clock.set(now + seconds * 1000);
    },
    call: (lab) => lab.call("checkSession"),
    expect,
  };
}

const aheadBy = (skew: number) => ({
  code: "invalid_token",
  details: { reason: "issued_in_future", skew },
});

export const checkSession: Flow = {
  name: "checkSession",
  cases: [
    {
      title: "somebody who is signed in at the tenant",
      given: signedInElsewhere,
      call: (lab) => lab.call("checkSession"),
      expect: { value: ada },
      afterwards: async (lab) => {
        if (lab.page.url() !== lab.address) throw new Error("The page has moved.");
      },
    },
    {
      title: "nobody is signed in",
      call: (lab) => lab.call("checkSession"),
      expect: { code: "login_required", retryable: false },
      session: "anonymous",
      fake: {},
    },
    {
      title: "a session that has ended elsewhere",
      given: async (lab) => {
        await lab.signIn();
        lab.tenant.endSessions(lab.user.email);
      },
      call: (lab) => lab.call("checkSession"),
      expect: { code: "login_required" },
      session: "anonymous",
      fake: { silentLogin: [["login_required"]] },
    },
    {
      title: "an API that asks every user for consent",
      given: (lab) => lab.signIn(),
      call: (lab) =>
        lab.call("checkSession", { audience: consentAudience, scope: "openid read:all" }),
      expect: { code: "consent_required" },
      session: "authenticated",
      fake: { silentLogin: [["consent_required"]] },
    },
    {
      title: "an application of somebody else's",
      given: async (lab) => {
        await lab.signIn();
        await lab.open({ clientId: clients.thirdParty });
      },
      call: (lab) => lab.call("checkSession"),
      expect: { code: "consent_required" },
      session: "anonymous",
    },
    {
      title: "an application whose users have to choose an organization",
      given: async (lab) => {
        await lab.signIn();
        await lab.open({ clientId: clients.business });
      },
      call: (lab) => lab.call("checkSession"),
      expect: { code: "interaction_required", retryable: false },
      session: "anonymous",
      fake: { silentLogin: [["interaction_required"]] },
    },
    {
      title: "a second factor is due",
      given: async (lab) => {
        await signedInElsewhere(lab);
        lab.tenant.updateUser(lab.user.email, { mfaRequired: true });
      },
      call: (lab) => lab.call("checkSession"),
      expect: { code: "mfa_required" },
      session: "anonymous",
      fake: { silentLogin: [["mfa_required"]] },
    },
    {
      title: "another audience and scope",
      given: (lab) => lab.signIn(),
      call: (lab) => lab.call("checkSession", { audience, scope: "openid read:projects" }),
      expect: { value: ada },
      fake: {},
    },
    {
      title: "a nonce of one's own",
      given: signedInElsewhere,
      call: (lab) => lab.call("checkSession", { nonce: "own-nonce-1" }),
      expect: { value: ada },
    },
    {
      title: "no redirectUri: the page's origin is where the answer comes back to",
      config: { redirectUri: undefined },
      given: signedInElsewhere,
      call: async (lab) => {
        const asked = lab.page.waitForRequest(/\/authorize\?/);
        const ended = await lab.call("checkSession");
        const { searchParams } = new URL((await asked).url());
        return { value: [searchParams.get("redirect_uri") === lab.app, ended.value ?? ended] };
      },
      expect: { value: [true, ada] },
      session: "authenticated",
    },
    {
      title: "by the implicit grant",
      config: { responseType: "token id_token" },
      given: signedInElsewhere,
      call: (lab) => lab.call("checkSession"),
      expect: { value: ada },
    },
    {
      title: "another user than the one of this page",
      given: async (lab) => {
        await lab.signIn();
        await lab.page.evaluate(() => window.contract.client.stop());
        const other = await lab.page.context().newPage();
        await other.goto(lab.address);
        const { tenant, address, engine } = lab;
        await other.evaluate(
          ([domain, redirectUri, name]) => {
            void window.contract.open({ domain, redirectUri, clientId: "portico-demo" }, name, {});
            return window.contract.call("signup", [
              { email: "second@example.com", password: "Second-user-42" },
            ]);
          },
          [tenant.url, address, engine] as const,
        );
        await other.close();
      },
      call: (lab) => lab.call("checkSession"),
      expect: { code: "user_changed" },
      session: "anonymous",
    },
    {
      title: "an application that lists no origin",
      given: async (lab) => {
        await lab.signIn();
        await lab.open({ clientId: clients.noOrigins });
      },
      call: (lab) => lab.call("checkSession"),
      // The tenant shows its refusal to nobody whom it refuses.
      expect: { code: "network" },
    },
    spoilt("a wrong nonce", "token:wrong-nonce", "nonce"),
    skewed("a clock that is 59 s ahead", 59, undefined, { value: ada }),
    skewed("a clock that is 60 s ahead", 60, undefined, { value: ada }),
    skewed("a clock that is 61 s ahead", 61, undefined, aheadBy(61)),
    skewed("a clock that is ahead, and no leeway", 1, 0, aheadBy(1)),
    skewed("a clock that is right, and no leeway", 0, 0, { value: ada }),
  ],
};
