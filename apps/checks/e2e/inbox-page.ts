import { test as base, expect, type Page } from "@playwright/test";
import { sampleSeed, startTenant, type RunningTenant } from "@portico/tenant";

const realm = "Username-Password-Authentication";

/** Who may sign in at the tenant, with a second factor. */
export const people = {
  grace: { email: "grace@example.com", password: "First-Compiler-1952" },
  radia: { email: "radia@example.com", password: "Spanning-Tree-1985" },
};

/** A tenant of the test's own: what is in its inbox is what the test put there. */
export const test = base.extend<{ tenant: RunningTenant; quiet: void }>({
  // The first argument has to be a pattern, also where nothing is taken from it.
  // eslint-disable-next-line no-empty-pattern
  tenant: async ({}, use) => {
    const seed = sampleSeed(["http://localhost:3000"]);
    const users = Object.values(people).map((person) => ({ ...person, mfaRequired: true }));
    const tenant = await startTenant({ port: 0, scryptCost: 2, seed: { ...seed, users } });
    await use(tenant);
    await tenant.close();
  },
  quiet: [
    async ({ context, tenant }, use) => {
      const noise: string[] = [];
      context.on("console", (message) => {
        if (message.location().url.startsWith(tenant.url)) noise.push(message.text());
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await use();
      // The browser itself reports that a tenant is gone.
      const ours = noise.filter((text) => !text.includes("ERR_CONNECTION_REFUSED"));
      expect(ours, "console output and uncaught errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

/** Sends JSON to the tenant; what is no JSON object in return is given as an empty one. */
export async function post(tenant: RunningTenant, path: string, body: object, bearer = "") {
  const headers = { "content-type": "application/json", authorization: `Bearer ${bearer}` };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(tenant.url + path, init);
  const text = await response.text();
  return text.startsWith("{") ? (JSON.parse(text) as Record<string, string>) : {};
}

/** The application that asks. */
export const client_id = "portico-demo";

/** Sends a mail with a link. */
export function sendLink(tenant: RunningTenant, { email }: { email: string }) {
  return post(tenant, "/dbconnections/change_password", { client_id, connection: realm, email });
}

/** Begins to enroll a second factor, which sends a code by mail or a push. */
export async function enroll(
  tenant: RunningTenant,
  who: keyof typeof people,
  channel: "email" | "auth0",
) {
  const { email: username, password } = people[who];
  const grant_type = "http://auth0.com/oauth/grant-type/password-realm";
  const login = { client_id, grant_type, realm, username, password };
  const { mfa_token = "" } = await post(tenant, "/oauth/token", login);
  const factor = { authenticator_types: ["oob"], oob_channels: [channel], email: username };
  const { oob_code = "" } = await post(tenant, "/mfa/associate", factor, mfa_token);
  return { mfa_token, oob_code };
}

/** Opens the inbox and waits until it follows by itself. */
export async function openInbox(page: Page, tenant: RunningTenant, query = ""): Promise<void> {
  await page.goto(`${tenant.url}/_tenant/inbox${query}`);
  await expect(page.getByText("Updates by itself")).toBeVisible();
}

/** What the page says of the number of its messages. */
export const count = (page: Page, text: string) => expect(page.locator("#count")).toHaveText(text);
