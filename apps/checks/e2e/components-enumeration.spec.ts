import type { BrowserContext, Page } from "@playwright/test";
import type { ComponentSite } from "../stack/component-pages.js";
import type { Shown } from "../harness/components/shown.js";
import {
  calls,
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  password,
  press,
  test,
  type More,
} from "./component-page.js";
import { beginWitness, witnessOf, type Witness } from "./witness.js";

/** A form that is sent with an address that is known to the tenant, and with one that is not. */
interface Row {
  readonly name: string;
  readonly app: Shown["app"];
  readonly more?: More;
  /** Sends the form. */
  readonly send: (page: Page, email: string) => Promise<void>;
  /** Waits until it is done. */
  readonly done: (page: Page) => Promise<void>;
}

async function signInWrongly(page: Page, email: string): Promise<void> {
  await fillIn(page, { "E-mail": email, Password: "Wrong-password-42" });
  await press(page, "Sign in");
}

async function isRefused(page: Page): Promise<void> {
  await expect(page.getByRole("alert")).toHaveText("That e-mail and password don't match.");
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
}

const askForReset = async (page: Page, email: string) => {
  await fillIn(page, { "E-mail": email });
  await press(page, "Send link");
};

const askForCode = async (page: Page, email: string) => {
  await fillIn(page, { "E-mail": email });
  await press(page, "Send code");
};

const signUp = async (page: Page, email: string) => {
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Create account");
};

const isAt = (heading: string) => async (page: Page) => {
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await expect(page.locator(":focus")).toHaveCount(1);
};

const traced = ["onError", "onAccepted", "onAuthenticated", "onLogin"];

const rows: readonly Row[] = [
  { name: "a login", app: "Login", send: signInWrongly, done: isRefused },
  {
    name: "a login at the token endpoint",
    app: "Login",
    more: { config: { loginVia: "password-realm" } },
    send: signInWrongly,
    done: isRefused,
  },
  { name: "a reset", app: "ResetPassword", send: askForReset, done: isAt("Check your inbox") },
  { name: "a code", app: "Passwordless", send: askForCode, done: isAt("Enter the code") },
  {
    name: "a link",
    app: "Passwordless",
    more: { props: { send: "link" } },
    send: async (page, email) => {
      await fillIn(page, { "E-mail": email });
      await press(page, "Send link");
    },
    done: isAt("Check your inbox"),
  },
  {
    name: "a sign-up",
    app: "Signup",
    send: signUp,
    done: isAt("Look for our message"),
  },
  {
    name: "a sign-up in the panel",
    app: "AuthPanel",
    more: { props: { initialView: "signup" } },
    send: signUp,
    done: isAt("Look for our message"),
  },
  {
    name: "a reset in the panel",
    app: "AuthPanel",
    more: { props: { initialView: "reset" } },
    send: askForReset,
    done: isAt("Check your inbox"),
  },
];

/** What there is to tell of one outcome, in a page of its own that remembers nothing. */
async function outcomeOf(
  context: BrowserContext,
  site: ComponentSite,
  { app, more, send, done }: Row,
  email: string,
): Promise<Witness> {
  const page = await context.newPage();
  await beginWitness(page);
  await openComponent(page, site, app, { ...more, traced });
  const witness = await witnessOf(page, email, async () => {
    await send(page, email);
    await done(page);
  });
  await page.close();
  await context.clearCookies();
  return witness;
}

for (const row of rows) {
  test(`${row.name} tells nothing of whether there is an account`, async ({ context, site }) => {
    const known = await outcomeOf(context, site, row, await newUser(site));
    const unknown = await outcomeOf(context, site, row, newEmail());
    expect(known.tree).toContain("somebody");
    expect(known.said.length + known.focused.length).toBeGreaterThan(1);
    expect(known.sent.filter((line) => line.startsWith("POST"))).not.toEqual([]);
    expect(unknown).toEqual(known);
  });
}

test("a sign-up that is told to disclose accounts would be noticed", async ({ context, site }) => {
  const more = { props: { discloseAccounts: true } };
  const shown = async (page: Page) => {
    await expect(calls(page)).toHaveCount(1);
  };
  const row: Row = { name: "told", app: "Signup", more, send: signUp, done: shown };
  const known = await outcomeOf(context, site, row, await newUser(site));
  const unknown = await outcomeOf(context, site, row, newEmail());
  expect(unknown.tree).not.toEqual(known.tree);
  expect(unknown.focused).not.toEqual(known.focused);
});
