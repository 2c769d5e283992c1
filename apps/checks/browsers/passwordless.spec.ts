import { arrives, newEmail, shows, test } from "./fixtures.js";
import { field } from "./places.js";

test("a code from the inbox signs in", async ({ tab, stack }) => {
  const email = newEmail();
  await tab.goto(`${stack.app}/sign-in/code?returnTo=/account`);
  await tab.fill(field("E-mail"), email);
  await tab.press("Enter");
  const { code = "" } = await stack.tenant.inbox.wait({ to: email });
  await tab.fill(field("Code"), code);
  await arrives(tab, `${stack.app}/account`);
  await shows(tab, email);
});

for (const where of ["the tab that asked for it", "another tab"]) {
  test(`a link from the inbox signs in, in ${where}`, async ({ tab, session, stack }) => {
    const email = newEmail();
    await tab.goto(`${stack.app}/sign-in/link?returnTo=/account`);
    await tab.fill(field("E-mail"), email);
    await tab.press("Enter");
    await shows(tab, "Check your inbox");
    const { url = "" } = await stack.tenant.inbox.wait({ to: email });
    const opened = where === "another tab" ? await session.newTab() : tab;
    await opened.goto(url);
    await arrives(opened, `${stack.app}/account`);
    await shows(opened, email);
  });
}
