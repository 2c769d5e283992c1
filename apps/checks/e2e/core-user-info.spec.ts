import { openPage, pageOf } from "./core-auth0-js-page.js";
import { call, openCore } from "./core-page.js";
import { expect, test } from "./fixtures.js";
import { withTenant } from "./tenant-of-its-own.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };

test.describe("userInfo at a tenant with the older profile", () => {
  for (const [engine, open] of [
    ["the protocol", openCore],
    ["auth0-js", openPage],
  ] as const) {
    test(`has its members, and flags that are no text, by ${engine}`, async ({ page, stack }) => {
      const old = await withTenant(stack, { legacyEndpoints: "text-flags" }, (seed) => ({
        ...seed,
        clients: seed.clients.map((client) => ({
          ...client,
          callbacks: [...client.callbacks, pageOf(stack)],
        })),
      }));
      await open(page, old);
      expect(await call(page, "login", ada)).toMatchObject({ value: { kind: "authenticated" } });
      expect((await call(page, "userInfo")).value).toMatchObject({
        email: ada.email,
        email_verified: true,
        user_id: expect.stringMatching(/^auth0\|/),
        clientID: stack.clientId,
        created_at: expect.any(String),
        identities: [{ provider: "auth0", isSocial: false }],
      });
      const paths = old.tenant.requests().map(({ path }) => path);
      expect(paths.filter((path) => path === "/userinfo")).not.toEqual([]);
      await old.close();
    });
  }
});
