import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const isId = expect.stringMatching(/^org_/) as unknown;

/** Answers the callback that the page has come back with. */
async function comeBack(page: Page, stack: Stack) {
  const redirectUri = `${stack.app}/harness/index.html`;
  const { tenant, clientId } = stack;
  await attachClient(page, { domain: tenant.url, clientId, redirectUri });
  return call(page, "start");
}

test.describe("an invitation", () => {
  const email = newEmail();

  /** A tenant that has invited somebody who has an account already. */
  function withInvitation(usual: Stack): Promise<Stack> {
    return withTenant(usual, {}, (seed) => ({
      ...seed,
      clients: seed.clients.map((client) => ({
        ...client,
        initiateLoginUri: `${usual.app}/harness/index.html?from=mail`,
      })),
      users: [...(seed.users ?? []), { email, password: usual.user.password }],
      organizations: [
        ...(seed.organizations ?? []),
        {
          name: "guild",
          displayName: "The Guild",
          invitations: [{ email, clientId: usual.clientId, inviter: "Grace" }],
        },
      ],
    }));
  }

  test("leads from the mail into the organization, once", async ({ page, stack: usual }) => {
    const stack = await withInvitation(usual);
    const mail = await stack.tenant.inbox.wait({ to: email, kind: "invite" });
    await page.goto(mail.url ?? "");
    await page.waitForURL(/invitation=/);
    expect(await page.evaluate(() => window.portico.readInvitation())).toEqual({
      invitation: expect.any(String) as unknown,
      organization: isId,
      organizationName: "guild",
    });
    const redirectUri = `${stack.app}/harness/index.html`;
    const { tenant, clientId } = stack;
    await attachClient(page, { domain: tenant.url, clientId, redirectUri });
    // The page may be gone before the call has answered.
    void page
      .evaluate(() => window.portico.client?.loginWithConnection(window.portico.readInvitation()))
      .catch(() => {});
    await page.locator("#password").fill(stack.user.password);
    await page.locator("#go").click();
    await page.waitForURL(/code=/);
    const { value } = await comeBack(page, stack);
    expect(value).toMatchObject({ session: { user: { email }, organization: isId } });

    // From now on they are a member like any other.
    await openCore(page, stack);
    const login = { email, password: stack.user.password, organization: "guild" };
    expect((await call(page, "login", login)).value).toMatchObject({ kind: "authenticated" });
    const again = await page.goto(mail.url ?? "");
    expect(again?.status()).toBe(400);
    await stack.close();
  });
});
