import type { Tab } from "./driver.js";
import { arrives, shows, signedIn, test } from "./fixtures.js";
import { button, submit } from "./places.js";

const providers = "/sign-in/providers?mode=popup&returnTo=/account";
const google = button("Continue with Google");

/**
 * The page looks at its window five times a second. One that is closed before it was seen a few times at the tenant might
 * as well have been cut off by a policy.
 */
function severalLooks(tab: Tab): Promise<void> {
  return tab.run(
    () =>
      new Promise((resolve) => {
        let looks = 0;
        const timer = setInterval(() => {
          looks += 1;
          if (looks < 6) return;
          clearInterval(timer);
          resolve();
        }, 200);
      }),
  );
}

test("a window signs in, and closes itself", async ({ tab, stack }) => {
  await tab.goto(stack.app + providers);
  const popup = await tab.popup(() => tab.click(google));
  await popup.click(button("Grace Hopper"));
  await arrives(tab, `${stack.app}/account`);
  await shows(tab, "grace@example.com");
});

test("a window that is closed before the end is told, and the next one signs in", async ({
  tab,
  stack,
}) => {
  await tab.goto(stack.app + providers);
  const closed = await tab.popup(() => tab.click(google));
  await arrives(closed, new RegExp(`^${stack.tenant.url}/`));
  await severalLooks(tab);
  await closed.close();
  await shows(tab, "You closed the sign-in window");
  const popup = await tab.popup(() => tab.click(google));
  await popup.click(button("Grace Hopper"));
  await arrives(tab, `${stack.app}/account`);
});

test("a window that the browser does not open is told, and the same page is a way on", async ({
  tab,
  stack,
}) => {
  await tab.goto(stack.app + providers);
  await tab.run(() => {
    window.open = () => null;
  });
  await tab.click(google);
  await shows(tab, "Allow pop-ups here");
  await tab.click(button("Continue on the sign-in page"));
  await tab.click(button("Grace Hopper"));
  await arrives(tab, `${stack.app}/account`);
});

test("an account is proven in a window, linked and unlinked", async ({ tab, stack }) => {
  await signedIn(tab, stack);
  const popup = await tab.popup(() => tab.click(button("Link GitHub")));
  await popup.click(button("Konrad Zuse"));
  await tab.click(button("Link accounts"));
  await tab.click(button("Unlink Konrad Zuse"));
  await tab.click(submit("Unlink"));
  await shows(tab, "unlinked");
});
