import type { Page } from "@playwright/test";
import { sampleSeed } from "@portico/tenant";
import {
  calls,
  chooseAccount,
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  password,
  press,
  sessionLine,
  test,
} from "./component-page.js";
import type { ComponentSite } from "../stack/component-pages.js";

/** Invites somebody into an organization of the test's own; what the link in the mail brings to the app. */
async function invite(
  page: Page,
  { tenant, clientId, origin, popup }: ComponentSite,
  email: string,
) {
  const [client] = sampleSeed([origin]).clients;
  if (!client) throw new Error("The sample seed has no client.");
  client.callbacks.push(popup);
  const name = `guild-${email.replace(/\W/g, "-")}`;
  const invitations = [{ email, clientId, inviter: "Grace" }];
  await tenant.seed({ clients: [client], organizations: [{ name, invitations }] });
  const mail = await tenant.inbox.wait({ to: email, kind: "invite" });
  await page.goto(mail.url ?? "");
  const address = await page.locator("#go").getAttribute("href");
  const { searchParams } = new URL(address ?? "");
  const read = (key: string) => searchParams.get(key);
  return { invitation: read("invitation"), organization: read("organization") };
}

const onward = "Continue on the sign-in page";
const traced = ["onSubmit", "onSuccess", "onError"];

test("an invitation is taken up from a login, by who has an account", async ({ page, site }) => {
  const email = await newUser(site);
  const invited = await invite(page, site, email);
  const props = { ...invited, connections: ["google-oauth2"] };
  await openComponent(page, site, "Login", { props, traced });
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await press(page, onward);
  await page.locator("#password").fill(password);
  await page.locator("#go").click();
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);

  // From now on they are a member like any other.
  const { organization } = invited;
  await page.context().clearCookies();
  await openComponent(page, site, "Login", { props: { organization }, traced });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  await expect(calls(page)).toHaveText(["onSubmit", "onSuccess"]);
});

test("an invitation is taken up from a sign-up, by who has none", async ({ page, site }) => {
  const email = newEmail();
  const props = await invite(page, site, email);
  await openComponent(page, site, "Signup", { props, traced });
  await press(page, onward);
  await page.locator("#password").fill(password);
  await page.locator("#go").click();
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
});

test("an invitation is taken up in a window, by a provider", async ({ page, site }) => {
  const invited = await invite(page, site, "grace@example.com");
  const props = { ...invited, connections: ["google-oauth2"], mode: "popup" };
  await openComponent(page, site, "SocialButtons", { props, traced });
  const opened = page.waitForEvent("popup");
  await press(page, "Continue with Google");
  await chooseAccount(await opened, "Grace Hopper");
  await expect(sessionLine(page)).toHaveText("authenticated grace@example.com");
  await expect(calls(page)).toHaveText(["onSuccess"]);
});

test("a button has its own colours under the policy", async ({ page, site }) => {
  const acme = { connection: "google-oauth2", label: "Acme", background: "#7a1f3d", color: "#fff" };
  await openComponent(page, site, "Login", { props: { connections: [acme] } });
  const button = page.getByRole("button", { name: "Continue with Acme" });
  await expect(button).toHaveCSS("background-color", "rgb(122, 31, 61)");
  await expect(button).toHaveCSS("color", "rgb(255, 255, 255)");
});
