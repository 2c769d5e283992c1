import type { AuthClient } from "@portico/core";
import { audience, consentAudience } from "../../contract/seed.js";
import { expect, newEmail } from "../../e2e/fixtures.js";
import type { Route } from "@playwright/test";
import type { Given } from "./given.js";

const password = "Long-enough-42";
const scope = "openid profile email offline_access";
/** None reaches as far as another, nor as far as what the logins ask for: a token serves for less, too. */
const actions = ["read:a", "read:b", "read:c", "read:d", "read:e"];

/**
 * Two users, each at two APIs with a client of their own, all in one page: a hundred calls at once, for five scopes.
 * The tenant's answers come in any order.
 */
export async function interleaved({ lab, page, stack }: Given): Promise<void> {
  const emails = [newEmail(), newEmail()];
  const owners = emails.flatMap((email) =>
    [audience, consentAudience].map((api, index) => ({
      email,
      api,
      clientId: `${email}-${index}`,
    })),
  );
  const clients = owners.map(({ clientId }) => ({
    clientId,
    name: clientId,
    callbacks: [lab.address],
    webOrigins: [lab.app],
    logoutUrls: [],
  }));
  await stack.tenant.seed({
    clients,
    users: emails.map((email) => ({ email, password })),
    apis: [audience, consentAudience].map((api) => ({ audience: api, scopes: actions })),
  });
  const place = { domain: stack.tenant.url, redirectUri: lab.address, scope };
  const subs = await page.evaluate(
    async ([config, all, secret]) => {
      const opened = [];
      for (const { email, api, clientId } of all) {
        await window.contract.open({ ...config, clientId, audience: api }, "portico", {});
        const { client } = window.contract;
        await client.login({ email, password: secret, via: "password-realm" });
        opened.push(client);
      }
      Object.assign(window, { opened });
      return opened.map((client) => {
        const state = client.session.get();
        return state.status === "authenticated" ? state.session.user.sub : "";
      });
    },
    [place, owners, password] as const,
  );
  expect(new Set(subs).size).toBe(2);
  stack.tenant.clearRequests();
  await page.route("**/oauth/token", answerInTurns());
  const tokens = await page.evaluate(
    ([count, scopes]) => {
      const { opened } = window as unknown as { opened: AuthClient[] };
      const calls = Array.from({ length: count }, async (_, index) => {
        const owner = index % opened.length;
        const asked = `openid offline_access ${scopes[index % scopes.length]}`;
        return { owner, token: await opened[owner]?.getAccessToken({ scope: asked }) };
      });
      return Promise.all(calls);
    },
    [100, actions] as const,
  );
  expect(tokens).toHaveLength(100);
  expect(stack.tenant.requests().length, "most were asked for by themselves").toBeGreaterThan(10);
  for (const { owner, token } of tokens) {
    const { sub, aud } = claimsOf(token);
    expect(sub).toBe(subs[owner]);
    expect([aud].flat()).toContain(owners[owner]?.api);
  }
}

/** Every answer waits for the one after it, if there is one, which so comes first. */
function answerInTurns(): (route: Route) => Promise<void> {
  let release = () => {};
  return async (route) => {
    const response = await route.fetch();
    release();
    await new Promise<void>((resolve) => {
      release = resolve;
      // The last one waits for nobody.
      setImmediate(() => setImmediate(resolve));
    });
    await route.fulfill({ response });
  };
}

function claimsOf(token: unknown): { readonly sub?: string; readonly aud?: unknown } {
  const [, payload = ""] = String(token).split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString() || "{}") as object;
}
