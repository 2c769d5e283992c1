import { client_id, enroll, expect, openInbox, post, test } from "./inbox-page.js";

test("approves a push, which finishes the sign-in", async ({ page, tenant }) => {
  const { mfa_token, oob_code } = await enroll(tenant, "grace", "auth0");
  const grant_type = "http://auth0.com/oauth/grant-type/mfa-oob";
  const finish = () => post(tenant, "/oauth/token", { client_id, grant_type, mfa_token, oob_code });
  expect(await finish()).toMatchObject({ error: "authorization_pending" });
  await openInbox(page, tenant);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByText("Approved")).toBeFocused();
  expect(await finish()).toHaveProperty("access_token");
});

test("denies a push", async ({ page, tenant }) => {
  await enroll(tenant, "grace", "auth0");
  await openInbox(page, tenant);
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page.getByText("Denied")).toBeFocused();
  expect(tenant.inbox.list()).toMatchObject([{ push: "denied" }]);
});
