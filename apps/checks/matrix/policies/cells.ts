import type { Page } from "@playwright/test";
import type { ComponentSite } from "../../stack/component-pages.js";
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
import {
  connections,
  goesOnAtTenant,
  linkInWindow,
  loginWorks,
  redirectWorks,
  signedIn,
  signOutWorks,
  signUpWorks,
  typeCode,
  works,
  type PageName,
  type Use,
} from "./pages.js";
import { signInAtTenant, submitLogin, type Served, type Visit } from "./visit.js";

/** A way to serve the application, or a setting of the browser, and what people meet under it on each page. */
export interface Policy {
  readonly id: string;
  /** One after the other in one cell. */
  readonly variants: readonly {
    readonly served: (site: ComponentSite) => Served;
    readonly pages: Readonly<Record<PageName, Use>>;
  }[];
}

const opener = "cross-origin-opener-policy";
const words = {
  cookies:
    "Your browser's privacy settings keep this page from signing you in. You can do it on the sign-in page instead.",
  cutOff: "The sign-in window can't reach this page. Continue on the sign-in page instead.",
};

/** The window is of no use, and the same button leads to the provider without one. */
async function windowIsCutOff({ page, open }: Visit, app: "Login" | "Signup"): Promise<void> {
  await open(app, { props: { connections, socialMode: "popup" }, traced: ["onError"] });
  const opened = page.waitForEvent("popup");
  await press(page, "Continue with GitHub");
  await opened;
  await expect(page.getByText(words.cutOff)).toBeVisible();
  await expect(calls(page)).toHaveText(["onError popup_unavailable"]);
  for (const window of page.context().pages()) if (window !== page) await window.close();
  await press(page, "Continue on the sign-in page");
  await chooseAccount(page, "Margaret Hamilton");
  await expect(sessionLine(page)).toHaveText("authenticated margaret@example.com");
}

const cutOff: Readonly<Record<PageName, Use>> = {
  async login(visit) {
    await loginWorks(visit);
    await visit.page.context().clearCookies();
    await windowIsCutOff(visit, "Login");
  },
  async "sign-up"(visit) {
    await signUpWorks(visit);
    await visit.page.context().clearCookies();
    await windowIsCutOff(visit, "Signup");
  },
  passwordless: works.passwordless,
  callback: works.callback,
  async linking(visit) {
    const { page, site } = visit;
    await signedIn(visit);
    await press(page, "Link GitHub");
    await expect(page.getByText(/^The window can't reach this page/)).toBeVisible();
    await expect(calls(page)).toHaveText(["onError popup_unavailable"]);
    for (const window of page.context().pages()) if (window !== page) await window.close();
    const other = newEmail();
    await press(page, "Link an e-mail address");
    await fillIn(page, { "E-mail": other });
    await press(page, "Send code");
    const { code = "" } = await site.tenant.inbox.wait({ to: other });
    await fillIn(page, { Code: code });
    await press(page, "Link accounts");
    await expect(calls(page)).toHaveText(["onError popup_unavailable", "onLinked"]);
  },
  account: works.account,
};

const withoutCookies: Readonly<Record<PageName, Use>> = {
  async login({ page, site, open }) {
    const email = await newUser(site);
    await open("Login", { traced: ["onError"] });
    await submitLogin(page, email, password);
    await expect(page.getByText(words.cookies)).toBeVisible();
    await expect(calls(page)).toHaveText(["onError third_party_cookies_blocked"]);
    await goesOnAtTenant(page, email);
  },
  async "sign-up"({ page, open }) {
    const email = newEmail();
    await open("Signup", { props: { signIn: true } });
    await fillIn(page, { "E-mail": email, Password: password });
    await press(page, "Create account");
    await expect(page.getByRole("heading", { name: "Your account is created" })).toBeVisible();
    await goesOnAtTenant(page, email);
  },
  async passwordless(visit) {
    const { page, site } = visit;
    const email = await newUser(site);
    await typeCode(visit, email);
    await expect(page.getByText(words.cookies)).toBeVisible();
    await goesOnAtTenant(page, email);
  },
  async callback(visit) {
    await redirectWorks(visit);
    await visit.page.reload();
    await expect(sessionLine(visit.page), "the tab keeps its session").toHaveText(
      "authenticated margaret@example.com",
    );
  },
  // Unseen, the tenant gives no token for its Management API. A window brings one, or the login that has asked for it.
  async linking(visit) {
    const { page, site, open } = visit;
    const { email, shown } = await signedInByRedirect(visit);
    await expect(page.getByText(/^To see or change your accounts, confirm/)).toBeVisible();
    const opened = page.waitForEvent("popup");
    await press(page, "Confirm that it's you");
    await signInAtTenant(await opened, email, password);
    await linkAndUndo(page);
    await expect(sessionLine(page)).toHaveText(`authenticated ${email}`);
    await signOutWorks(visit);
    const audience = `${site.tenant.url}/api/v2/`;
    const scope =
      "openid profile email offline_access read:current_user update:current_user_identities";
    await open("Account", { ...shown, config: { audience, scope } });
    await submitLogin(page, email, password);
    await goesOnAtTenant(page, email);
    await linkAndUndo(page);
  },
  async account(visit) {
    await signedInByRedirect(visit);
    await signOutWorks(visit);
  },
};

async function linkAndUndo(page: Page): Promise<void> {
  await linkInWindow(page);
  await press(page, "Link accounts");
  await expect(calls(page)).toHaveText(["onLinked"]);
  await press(page, "Undo");
  await expect(calls(page)).toHaveText(["onLinked", "onUnlinked"]);
}

/** As `signedIn`, by the tenant's own page. Gives who it is and what is shown. */
async function signedInByRedirect({ page, site, open }: Visit) {
  const email = await newUser(site);
  const menu = { logoutParams: { returnTo: site.page } };
  const shown = { props: { connections, menu }, traced: ["onLinked", "onUnlinked", "onError"] };
  await open("Account", shown);
  await submitLogin(page, email, password);
  await goesOnAtTenant(page, email);
  return { email, shown };
}

/** The three. */
export const policies: readonly Policy[] = [
  {
    id: "strict Content-Security-Policy and Trusted Types",
    variants: [{ served: ({ headers }) => ({ headers }), pages: works }],
  },
  {
    id: "Cross-Origin-Opener-Policy",
    variants: [
      {
        served: ({ headers }) => ({
          headers: { ...headers, [opener]: "same-origin-allow-popups" },
        }),
        pages: works,
      },
      {
        served: ({ headers }) => ({ headers: { ...headers, [opener]: "same-origin" } }),
        pages: cutOff,
      },
    ],
  },
  {
    id: "third-party cookies blocked",
    variants: [
      {
        served: ({ headers }) => ({ headers, elsewhere: true, config: { storage: "session" } }),
        pages: withoutCookies,
      },
    ],
  },
];
