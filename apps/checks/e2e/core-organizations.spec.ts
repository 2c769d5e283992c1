import type { Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Stack } from "../stack/start-stack.js";
import { attachClient, call, openCore, sessionState } from "./core-page.js";
import { expect, newEmail, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const organization = "analytical-society";
const isId = expect.stringMatching(/^org_/) as unknown;

/** Answers the callback that the page has come back with. */
async function comeBack(page: Page, stack: Stack, more: Partial<AuthConfig> = {}) {
  const redirectUri = `${stack.app}/harness/index.html`;
  const { tenant, clientId } = stack;
  await attachClient(page, { domain: tenant.url, clientId, redirectUri, ...more });
  return call(page, "start");
}

const ways = {
  "in-page": (page, stack, params) => call(page, "login", { ...stack.user, ...params }),
  "password-realm": (page, stack, params) =>
    call(page, "login", { ...stack.user, ...params, via: "password-realm" }),
  redirect: async (page, stack, params) => {
    const back = page.waitForURL(/[?&](code|error)=/);
    // The page may be gone before the call has answered.
    void call(page, "login", { ...stack.user, ...params, via: "redirect" }).catch(() => {});
    await back;
    // What has to come out of it stands in the transaction, not in the configuration.
    const outcome = await comeBack(page, stack);
    const { error } = (outcome.value ?? {}) as { error?: { code: string } };
    return error ? { code: error.code, error: JSON.stringify(error) } : outcome;
  },
} satisfies Record<
  string,
  (
    page: Page,
    stack: Stack,
    params: object,
  ) => Promise<{ code?: string; error?: string; value?: unknown }>
>;

for (const [via, signIn] of Object.entries(ways)) {
  test.describe(`a login ${via}`, () => {
    test("signs in to the organization of the call or of the configuration", async ({
      page,
      stack,
    }) => {
      await openCore(page, stack);
      const byName = await signIn(page, stack, { organization: "Analytical-Society" });
      expect(byName.value).toMatchObject({ session: { organization: isId } });
      const { session } = byName.value as { session: { organization: string } };

      await openCore(page, stack);
      const byId = await signIn(page, stack, { organization: session.organization });
      expect(byId.value).toMatchObject({ session: { organization: session.organization } });

      await openCore(page, stack, { organization });
      const configured = await signIn(page, stack, {});
      expect(configured.value).toMatchObject({ session: { organization: session.organization } });

      await openCore(page, stack);
      const none = await signIn(page, stack, {});
      expect(none.value).not.toHaveProperty("session.organization");
    });

    test("is refused for somebody who is no member", async ({ page, stack }) => {
      await openCore(page, stack);
      const outcome = await signIn(page, stack, { organization: "observatory" });
      expect(outcome.code).toBe("access_denied");
      expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    });

    test("takes no token of another organization", async ({ page, stack }) => {
      await openCore(page, stack);
      const { value } = await signIn(page, stack, { organization });
      const { session } = value as { session: { organization: string } };
      await openCore(page, stack);
      stack.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "token:wrong-org-id" });
      const outcome = await signIn(page, stack, { organization: session.organization });
      expect(JSON.parse(outcome.error ?? "null")).toMatchObject({
        code: "invalid_token",
        details: { reason: "organization" },
      });
      expect(await sessionState(page)).not.toMatchObject({ status: "authenticated" });
    });
  });
}

test("the organization stands in the address that a login leaves for", async ({ page, stack }) => {
  await openCore(page, stack, { organization });
  const { value } = await call(page, "buildAuthorizeUrl", { loginHint: "ada@example.com" });
  const { searchParams } = new URL(String(value));
  expect(searchParams.get("organization")).toBe(organization);
  expect(searchParams.get("login_hint")).toBe("ada@example.com");
  const other = await call(page, "buildAuthorizeUrl", { organization: "observatory" });
  expect(new URL(String(other.value)).searchParams.get("organization")).toBe("observatory");
});

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

  test("that was made up is refused by the tenant", async ({ page, stack }) => {
    await openCore(page, stack);
    const invitation = { invitation: "made-up", organization };
    const back = page.waitForURL(/error=/);
    void call(page, "loginWithConnection", invitation).catch(() => {});
    await back;
    expect((await comeBack(page, stack)).value).toMatchObject({
      kind: "anonymous",
      error: { code: "invalid_request" },
    });
  });
});
