import type { Page } from "@playwright/test";
import {
  calls,
  chooseAccount,
  expect,
  fillIn,
  newEmail,
  newUser,
  password,
  press,
  sessionLine,
} from "../../e2e/component-page.js";
import { signInAtTenant, submitLogin, type Visit } from "./visit.js";

/** The six pages that an application has for its users. */
export type PageName = "login" | "sign-up" | "passwordless" | "callback" | "linking" | "account";

/** Does on a page what people do there, and expects it to work. */
export type Use = (visit: Visit) => Promise<void>;

export const connections = ["github"];

/** What works where nothing stands in the way. */
export const works: Readonly<Record<PageName, Use>> = {
  async login(visit) {
    await loginWorks(visit);
    await socialWindowWorks(visit);
  },
  "sign-up": signUpWorks,
  passwordless: codeWorks,
  callback: redirectWorks,
  async linking(visit) {
    const { page } = visit;
    await signedIn(visit);
    await linkInWindow(page);
    await press(page, "Link accounts");
    await expect(calls(page)).toHaveText(["onLinked"]);
    await press(page, "Undo");
    await expect(calls(page)).toHaveText(["onLinked", "onUnlinked"]);
  },
  async account(visit) {
    const email = await signedIn(visit);
    await visit.page.reload();
    await expect(sessionLine(visit.page), "the session is renewed unseen").toHaveText(
      `authenticated ${email}`,
    );
    await signOutWorks(visit);
  },
};

/** A password goes wrong, then right. */
export async function loginWorks({ page, site, open }: Visit): Promise<void> {
  const email = await newUser(site);
  await open("Login");
  await submitLogin(page, email, "Wrong-password-42");
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  await fillIn(page, { Password: password });
  await press(page, "Sign in");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
}

async function socialWindowWorks({ page, open }: Visit): Promise<void> {
  await open("Login", { props: { connections, socialMode: "popup" } });
  const opened = page.waitForEvent("popup");
  await press(page, "Continue with GitHub");
  await chooseAccount(await opened, "Margaret Hamilton");
  await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
}

export async function signUpWorks({ page, open }: Visit): Promise<void> {
  const email = newEmail();
  await open("Signup", { props: { signIn: true } });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Create account");
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
}

export async function codeWorks(visit: Visit): Promise<void> {
  const email = newEmail();
  await typeCode(visit, email);
  await expect(sessionLine(visit.page)).toHaveText(`authenticated ${email}`);
}

/** Has a code sent and types it. */
export async function typeCode({ page, site, open }: Visit, email: string): Promise<void> {
  await open("Passwordless");
  await fillIn(page, { "E-mail": email });
  await press(page, "Send code");
  const { code = "" } = await site.tenant.inbox.wait({ to: email });
  await fillIn(page, { Code: code });
}

/** Leaves for a provider and comes back: the address is clean, and the session stands. */
export async function redirectWorks({ page, site, open }: Visit): Promise<void> {
  await open("Login", { props: { connections } });
  await press(page, "Continue with GitHub");
  await chooseAccount(page, "Margaret Hamilton");
  await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
  expect(page.url()).toBe(site.page);
}

const traced = ["onLinked", "onUnlinked", "onError"];

/** Opens the account page as somebody who has signed in there. Gives their address. */
export async function signedIn({ page, site, open }: Visit): Promise<string> {
  const email = await newUser(site);
  const menu = { logoutParams: { returnTo: site.page } };
  await open("Account", { props: { connections, passwordless: "email", menu }, traced });
  await submitLogin(page, email, password);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
  return email;
}

/** Proves another account in a window, up to the question whether to link it. */
export async function linkInWindow(page: Page): Promise<void> {
  const opened = page.waitForEvent("popup");
  await press(page, "Link GitHub");
  await chooseAccount(await opened, "Konrad Zuse");
}

export async function signOutWorks({ page }: Visit): Promise<void> {
  await press(page, /^Account of/);
  await press(page, "Sign out");
  await expect(sessionLine(page)).toHaveText("anonymous");
}

/** Goes on by the tenant's own page, which is offered beside the failure. */
export async function goesOnAtTenant(page: Page, email: string): Promise<void> {
  await press(page, "Continue on the sign-in page");
  await signInAtTenant(page, email, password);
  await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
}
