import type { ContractCase, Flow } from "../contract-case.js";
import type { Lab } from "../lab.js";

const ada = { kind: "authenticated", session: { user: { email: "ada@example.com" } } };

/** Comes back from the tenant; the page has a client that has not looked at its address. */
async function comeBack(lab: Lab, params?: object): Promise<string> {
  const failed = await lab.leave("loginWithConnection", [params], () => lab.typeCredentials());
  if (failed)
    throw new Error(`The case needs a redirect, and it ended as ${failed.code ?? failed.mistake}.`);
  return lab.page.url();
}

/** What a page that was reached by a forged or repeated response ends as. */
function arriving(
  title: string,
  suffix: string,
  code: string,
  more: Partial<ContractCase> = {},
): ContractCase {
  return {
    title,
    given: (lab) => lab.arrive(suffix),
    call: (lab) => lab.call("start"),
    expect: { value: { kind: "anonymous", error: { code } } },
    session: "anonymous",
    afterwards: (lab) => {
      if (lab.page.url() !== lab.address) throw new Error(`The address is still ${lab.page.url()}`);
    },
    fake: {},
    ...more,
  };
}

export const callback: Flow = {
  name: "callback",
  cases: [
    arriving(
      "a code for a state that this tab never made",
      "?code=canary-code-1&state=forged",
      "transaction_lost",
    ),
    arriving(
      "a failure of a request that this tab never made",
      "?error=access_denied&state=forged",
      "unsolicited",
    ),
    arriving("a state twice", "?code=canary-code-1&state=one&state=two", "invalid_callback"),
    {
      title: "a response that was used before, while the tenant knows the browser",
      given: async (lab) => {
        const url = await comeBack(lab);
        await lab.call("start");
        await lab.arrive(new URL(url).search);
      },
      call: (lab) => lab.call("start"),
      expect: { value: ada },
    },
    {
      title: "a response that was used before, when the tenant knows nobody",
      given: async (lab) => {
        const url = await comeBack(lab);
        await lab.call("start");
        lab.tenant.endSessions();
        await lab.arrive(new URL(url).search);
      },
      call: (lab) => lab.call("start"),
      expect: { value: { kind: "anonymous", error: { code: "transaction_lost" } } },
      session: "anonymous",
    },
    {
      title: "an app that redeems the response itself",
      given: (lab) => comeBack(lab),
      call: (lab) => lab.call("completeCallback"),
      expect: { value: ada },
      afterwards: (lab) => {
        if (lab.page.url() !== lab.address)
          throw new Error(`The address is still ${lab.page.url()}`);
      },
      fake: {},
    },
    {
      title: "an app that hands over the address, the query or the fragment",
      given: (lab) => comeBack(lab),
      call: async (lab) => {
        const { href, search } = new URL(lab.page.url());
        await lab.page.evaluate(() => history.replaceState(null, "", location.pathname));
        const none = await lab.call("completeCallback", { url: href.replace(search, "") });
        const done = await lab.call("completeCallback", { url: search });
        return { value: [none.value ?? none, done.value ?? done] };
      },
      expect: { value: [{ kind: "none" }, ada] },
      session: "authenticated",
      fake: {},
    },
    {
      title: "no response where one was looked for",
      call: (lab) => lab.call("completeCallback"),
      expect: { value: { kind: "none" } },
      fake: {},
    },
    {
      title: "a state of one's own that is not the one that came back",
      given: (lab) => comeBack(lab, { state: "own-state-1" }),
      call: (lab) => lab.call("completeCallback", { state: "own-state-2" }),
      expect: { code: "invalid_callback" },
      // Whoever holds the right one can still redeem it.
      leaves: "transaction",
      fake: {},
    },
    {
      title: "a nonce of one's own that is not the token's",
      given: (lab) => comeBack(lab, { nonce: "own-nonce-1" }),
      call: (lab) => lab.call("completeCallback", { nonce: "own-nonce-2" }),
      expect: { code: "invalid_token", details: { reason: "nonce" } },
    },
    {
      title: "a start without a response finds the tenant's session",
      given: async (lab) => {
        await lab.signIn();
        await lab.open();
      },
      call: (lab) => lab.call("start"),
      expect: { value: ada },
    },
    {
      title: "a start without a response, when the tenant knows nobody",
      call: (lab) => lab.call("start"),
      expect: { value: { kind: "anonymous" } },
      session: "anonymous",
      fake: {},
    },
  ],
};
