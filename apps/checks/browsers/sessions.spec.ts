import { requestsTo } from "../e2e/fixtures.js";
import { arrives, eventually, expect, shows, signedIn, test } from "./fixtures.js";
import { button } from "./places.js";

test("a session is renewed in silence", async ({ tab, stack }) => {
  await signedIn(tab, stack);
  stack.tenant.clearRequests();
  await tab.click(button("Check session"));
  await shows(tab, "You are still signed in at the tenant.");
  expect(requestsTo(stack)).toContain("GET /authorize");
});

test("a session outlives a reload, without leaving the page", async ({ tab, stack }) => {
  await signedIn(tab, stack);
  stack.tenant.clearRequests();
  await tab.reload();
  await shows(tab, "Ada Lovelace");
  await arrives(tab, `${stack.app}/account`);
  expect(requestsTo(stack).filter((request) => request.includes("/u/login"))).toEqual([]);
});

test("a second tab follows a login and a logout", async ({ tab, session, stack }) => {
  const second = await session.newTab();
  await second.goto(`${stack.app}/sign-in?returnTo=/account`);
  await shows(second, "Password");
  await signedIn(tab, stack);
  await arrives(second, `${stack.app}/account`);
  await tab.click(button("Sign out"));
  await arrives(tab, `${stack.app}/`);
  await arrives(second, /\/sign-in/);
  await second.reload();
  await shows(second, "Password");
});

test("a page that is come back to after a logout elsewhere shows nobody", async ({
  tab,
  session,
  stack,
}) => {
  await signedIn(tab, stack);
  await tab.goto(`${stack.tenant.url}/_tenant/inbox`);
  const second = await session.newTab();
  await second.goto(`${stack.app}/account`);
  await shows(second, "Ada Lovelace");
  await second.click(button("Sign out"));
  await arrives(second, `${stack.app}/`);
  await tab.back();
  await arrives(tab, /\/sign-in/);
  await eventually(async () => {
    expect(await tab.run(() => document.body.innerText)).not.toContain("Ada Lovelace");
  });
});
