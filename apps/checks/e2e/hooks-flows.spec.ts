import type { Page } from "@playwright/test";
import type { Stack } from "../stack/start-stack.js";
import { appCode } from "../harness/authenticator-app.js";
import { newEmail, requestsTo } from "./fixtures.js";
import { expect, openReact, sessionLine, test } from "./react-page.js";

type Fields = Readonly<Record<string, string>>;

/** A form of an example, and the request that sending it makes. */
interface Row {
  readonly name: string;
  readonly app: string;
  readonly path: string;
  /** Goes to the form, and gives what is to be typed. */
  readonly fields: (stack: Stack, page: Page) => Fields | Promise<Fields>;
}

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const rows: readonly Row[] = [
  {
    name: "a login",
    app: "password-login",
    path: "/co/authenticate",
    fields: ({ user }) => ({ "E-mail": user.email, Password: user.password }),
  },
  {
    name: "a sign-up",
    app: "sign-up",
    path: "/dbconnections/signup",
    fields: () => ({ "E-mail": newEmail(), "New password": password }),
  },
  {
    name: "a code that is asked for",
    app: "passwordless-code",
    path: "/passwordless/start",
    fields: () => ({ "E-mail": newEmail() }),
  },
  {
    name: "a code that is typed",
    app: "passwordless-code",
    path: "/co/authenticate",
    async fields({ tenant }, page) {
      const email = newEmail();
      await fill(page, { "E-mail": email });
      await send(page);
      const { code = "" } = await tenant.inbox.wait({ to: email });
      return { Code: code };
    },
  },
  {
    name: "the code of a second factor",
    app: "sign-in",
    path: "/oauth/token",
    async fields({ tenant }, page) {
      const email = newEmail();
      await tenant.seed({ clients: [], users: [{ email, password, mfa: { totpSecret } }] });
      await fill(page, { "E-mail": email, Password: password });
      await send(page);
      await page.getByRole("button", { name: "Authenticator app" }).click();
      return { Code: appCode(totpSecret, tenant.clock.now()) };
    },
  },
  {
    name: "a reset",
    app: "reset-password",
    path: "/dbconnections/change_password",
    fields: () => ({ "E-mail": newEmail() }),
  },
];

async function fill(page: Page, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

/** Sends the page's form, as often as told in the same turn. */
async function send(page: Page, times = 1): Promise<void> {
  await page.evaluate((count) => {
    for (let sent = 0; sent < count; sent += 1) document.forms[0]?.requestSubmit();
  }, times);
}

for (const { name, app, path, fields } of rows) {
  const config = app === "sign-in" ? { loginVia: "password-realm" as const } : {};

  test(`${name}, sent three times at once, asks the tenant once`, async ({
    page,
    stack,
    pages,
  }) => {
    await openReact(page, { stack, pages }, app, { config });
    await fill(page, await fields(stack, page));
    stack.tenant.clearRequests();
    const answered = page.waitForResponse((response) => response.url().endsWith(path));
    await send(page, 3);
    await answered;
    await expect(page.locator("button:not([type]):disabled")).toHaveCount(0);
    expect(requestsTo(stack).filter((line) => line === `POST ${path}`)).toHaveLength(1);
  });

  test(`${name}, taken out of the page in flight, gives up its request`, async ({
    page,
    stack,
    pages,
  }) => {
    await openReact(page, { stack, pages }, app, { config });
    await fill(page, await fields(stack, page));
    stack.tenant.faults.add({ match: { path }, fault: "hang" });
    const asked = page.waitForRequest((request) => request.url().endsWith(path));
    const given = page.waitForEvent("requestfailed", (request) => request.url().endsWith(path));
    await send(page);
    await asked;
    await page.evaluate(() => window.unmount?.());
    expect((await given).failure()?.errorText).toBe("net::ERR_ABORTED");
    await expect(sessionLine(page)).toHaveCount(0);
  });
}

test("a reload in the middle of a login by code keeps the step and the countdown", async ({
  page,
  stack,
  pages,
}) => {
  await page.clock.install();
  await openReact(page, { stack, pages }, "passwordless-code");
  const email = newEmail();
  await fill(page, { "E-mail": email });
  await send(page);
  const { code = "" } = await stack.tenant.inbox.wait({ to: email });
  const again = page.getByRole("button", { name: /^Send again/ });
  await expect(again).toHaveText(/in (29|30) s$/);
  await page.clock.runFor(10_000);
  await expect(again).toHaveText(/in (19|20) s$/);
  await page.reload();
  await expect(page.getByRole("group", { name: `We sent a code to ${email}` })).toBeVisible();
  await expect(again).toHaveText(/in (1\d|20) s$/);
  await fill(page, { Code: code });
  await send(page);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});
