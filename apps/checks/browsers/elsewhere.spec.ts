import { arrives, leaveForTenant, shows, signIn, signInAtTenant, test } from "./fixtures.js";
import { button, byId } from "./places.js";

test("where the tenant's cookies are blocked the form says so, and the tenant's page is a way on", async ({
  tab,
  stack,
}) => {
  await tab.goto(`${stack.appElsewhere}/sign-in?returnTo=/account`);
  await signIn(tab, stack.user);
  await shows(tab, "privacy settings");
  await tab.click(button("Continue on the sign-in page"));
  await arrives(tab, new RegExp(`^${stack.tenant.url}/`));
  await tab.fill(byId("password"), stack.user.password);
  await tab.click(byId("go"));
  await arrives(tab, `${stack.appElsewhere}/account`);
  await shows(tab, "Ada Lovelace");
});

test("the tenant's own page signs in from the start", async ({ tab, stack }) => {
  await tab.goto(`${stack.app}/sign-in?returnTo=/account`);
  await leaveForTenant(tab, stack);
  await signInAtTenant(tab, stack);
  await arrives(tab, `${stack.app}/account`);
});

test("whoever comes back from the tenant's page without a login can still sign in", async ({
  tab,
  stack,
}) => {
  await tab.goto(`${stack.app}/sign-in?returnTo=/account`);
  await leaveForTenant(tab, stack);
  await tab.back();
  await arrives(tab, `${stack.app}/sign-in?returnTo=/account`);
  await signIn(tab, stack.user);
  await arrives(tab, `${stack.app}/account`);
});
