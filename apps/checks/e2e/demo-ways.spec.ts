import type { Page } from "@playwright/test";
import { sampleSeed } from "@portico/tenant";
import { harnessPages } from "../stack/page-template.js";
import type { Stack } from "../stack/start-stack.js";
import { appCode } from "../harness/authenticator-app.js";
import { expect, newEmail, signIn, signInAtTenant, test } from "./fixtures.js";

const password = "Long-enough-42";
const totpSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const billing = "/account/billing";

/** An address of the demo that leads back to a page behind the door. */
const leadingTo = (path: string, returnTo: string) =>
  `${path}?${new URLSearchParams({ returnTo })}`;

/** Somebody of one's own, with an authenticator app. */
async function withApp({ tenant }: Stack): Promise<string> {
  const email = newEmail();
  const mfa = { totpSecret, recoveryCode: "KEEP2THIS4CODE6FOR8THE9DAY" };
  await tenant.seed({ clients: [], users: [{ email, password, mfa }] });
  return email;
}

async function isInside(page: Page, stack: Stack, path = "/projects"): Promise<void> {
  await expect(page).toHaveURL(stack.app + path);
  await expect(page.getByRole("link", { name: "Projects", exact: true })).toBeVisible();
}

test("the start page opens the panel in a dialog, and the way leads to the board", async ({
  page,
  stack,
}) => {
  await page.goto(stack.app);
  const opener = page.getByRole("main").getByRole("button", { name: "Sign in", exact: true });
  await opener.click();
  const dialog = page.getByRole("dialog", { name: "Sign in to your account" });
  await expect(dialog.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
  await opener.click();
  await dialog.getByLabel("E-mail").fill(stack.user.email);
  await dialog.getByLabel("Password", { exact: true }).fill(stack.user.password);
  await page.keyboard.press("Enter");
  await isInside(page, stack);
});

test("a sign-up asks for a name, a practice and the terms, and the account has them", async ({
  page,
  stack,
}) => {
  const email = newEmail();
  await page.goto(leadingTo(`${stack.app}/sign-up`, "/account"));
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("First name").fill("Ida");
  await page.getByLabel("Last name").fill("Rhodes");
  await page.getByLabel("Practice").fill("Rhodes & Partners");
  await page.getByLabel("Your part in it").selectOption("Engineer");
  const submit = page.getByRole("button", { name: "Create account", exact: true });
  await submit.click();
  const terms = page.getByLabel(/^I agree that everyone/);
  await expect(terms).toBeFocused();
  await terms.check();
  await submit.click();
  await isInside(page, stack, "/account");
  await expect(page.getByLabel("Practice")).toHaveValue("Rhodes & Partners");
});

test("a code from the inbox signs in, and so does one by text message", async ({ page, stack }) => {
  const ways = [
    { to: newEmail(), field: "E-mail" },
    { to: "+4915112345678", field: "Phone" },
  ];
  for (const { to, field } of ways) {
    await page.context().clearCookies();
    await page.goto(leadingTo(`${stack.app}/sign-in/code`, billing));
    if (field === "Phone") await page.getByRole("button", { name: /to my phone/ }).click();
    await page.getByRole("textbox", { name: field }).fill(to);
    await page.keyboard.press("Enter");
    const { code = "" } = await stack.tenant.inbox.wait({ to });
    await page.getByRole("textbox", { name: "Code" }).fill(code);
    await isInside(page, stack, billing);
  }
});

test("a link from the inbox leads to where the reader wanted", async ({ page, stack }) => {
  const email = newEmail();
  await page.goto(leadingTo(`${stack.app}/sign-in/link`, billing));
  await page.getByLabel("E-mail").fill(email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  const { url = "" } = await stack.tenant.inbox.wait({ to: email });
  await page.goto(url);
  await isInside(page, stack, billing);
});

for (const mode of ["redirect", "popup"] as const) {
  test(`another account signs in by ${mode}`, async ({ page, stack }) => {
    await page.goto(leadingTo(`${stack.app}/sign-in/providers`, billing));
    await page.getByLabel(mode === "popup" ? "In a window" : "In this tab").check();
    const opening = mode === "popup" ? page.waitForEvent("popup") : undefined;
    await page.getByRole("button", { name: "Continue with Google" }).click();
    const provider = (await opening) ?? page;
    await provider.getByRole("button", { name: /Grace Hopper/ }).click();
    await isInside(page, stack, billing);
  });
}

test("the hosted page leads to where the reader wanted", async ({ page, stack }) => {
  await page.goto(stack.app + billing);
  await page.getByRole("button", { name: "Use the hosted sign-in page instead" }).click();
  await signInAtTenant(page, stack);
  await isInside(page, stack, billing);
});

test("a second step is answered in the page, and a new recovery code waits to be kept", async ({
  page,
  stack,
}) => {
  const email = await withApp(stack);
  const start = () => page.goto(`${stack.app}/sign-in?via=password-realm`);
  await start();
  await signIn(page, email, password);
  await page
    .getByRole("textbox", { name: "Code" })
    .fill(appCode(totpSecret, stack.tenant.clock.now()));
  await isInside(page, stack);

  await start();
  await signIn(page, email, password);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill("KEEP2THIS4CODE6FOR8THE9DAY");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Keep your recovery code" })).toBeVisible();
  await expect(page).toHaveURL(/via=password-realm/);
  await page.getByLabel("I've put it in a safe place").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await isInside(page, stack);
});

test("where the second step cannot be answered in the page, the tenant's own is one button away", async ({
  page,
  stack,
}) => {
  const email = await withApp(stack);
  await page.goto(leadingTo(`${stack.app}/sign-in`, "/account"));
  await signIn(page, email, password);
  await page.getByRole("button", { name: "Continue on the sign-in page" }).click();
  await page.locator("#code").fill(appCode(totpSecret, stack.tenant.clock.now()));
  await page.keyboard.press("Enter");
  await isInside(page, stack, "/account");
});

test("a new password comes by mail, and the way back knows the address", async ({
  page,
  stack,
}) => {
  const email = newEmail();
  await stack.tenant.seed({ clients: [], users: [{ email, password }] });
  await page.goto(`${stack.app}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Forgot password?" }).click();
  await expect(page).toHaveURL(`${stack.app}/reset-password`);
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByRole("button", { name: "Send link" }).click();
  const { url } = await stack.tenant.inbox.wait({ to: email, kind: "reset" });
  expect(url).toContain(stack.tenant.url);
  await page.getByRole("button", { name: "Back to sign in" }).click();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
});

test("from the reset to the sign-in the way back goes along, by the site's header too", async ({
  page,
  stack,
}) => {
  await page.goto(leadingTo(`${stack.app}/reset-password`, "/account"));
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(leadingTo(`${stack.app}/sign-in`, "/account"));
});

test("an organization is signed in to by its name, and left for another", async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.app}/organizations`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to analytical-society" })).toBeVisible();
  await signIn(page, stack.user.email, stack.user.password);
  const membership = page.getByRole("region", { name: "You’re signed in to an organization" });
  await expect(membership).toContainText("analytical-society");
  await expect(membership.getByText(/^org_/)).toBeVisible();

  await membership.getByRole("combobox").fill("observatory");
  await membership.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Sign-in was cancelled or refused.")).toBeVisible();
});

test("an invitation is read from its link and taken up at the tenant", async ({ page, stack }) => {
  const email = newEmail();
  const [client] = sampleSeed([stack.app, stack.appElsewhere]).clients;
  const harness = harnessPages.map((name) => `${stack.app}/harness/${name}`);
  await stack.tenant.seed({
    clients: client
      ? [
          {
            ...client,
            callbacks: [...client.callbacks, ...harness],
            logoutUrls: [...client.logoutUrls, ...harness],
            initiateLoginUri: `${stack.app}/organizations`,
          },
        ]
      : [],
    users: [{ email, password }],
    organizations: [
      { name: "guild", invitations: [{ email, clientId: stack.clientId, inviter: "Grace" }] },
    ],
  });
  const { url = "" } = await stack.tenant.inbox.wait({ to: email, kind: "invite" });
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "You’re invited to guild" })).toBeVisible();
  await page.getByRole("button", { name: "See the invitation" }).click();
  await page.locator("#password").fill(password);
  await page.locator("#go").click();
  await expect(page).toHaveURL(`${stack.app}/organizations`);
  await expect(page.getByRole("region", { name: /to an organization$/ })).toContainText("guild");
});
