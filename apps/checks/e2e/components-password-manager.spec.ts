import type { Page } from "@playwright/test";
import type { Shown } from "../harness/components/shown.js";
import {
  expect,
  fillIn,
  newEmail,
  newUser,
  openComponent,
  openSignedIn,
  password,
  press,
  test,
  totpSecret,
} from "./component-page.js";

/** What a password manager, a phone's keyboard and a browser without scripts go by: a line for each control. */
async function controlsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("input, select, textarea")].map((control) => {
      const form = control.closest("form");
      const [type, name, ...rest] = [
        ["type", control.tagName.toLowerCase()],
        ["name", "-"],
        ["autocomplete", "-"],
        ["inputmode", "-"],
        ["enterkeyhint", "-"],
      ].map(([attribute = "", absent]) => control.getAttribute(attribute) ?? absent);
      const sent = form ? `${form.method} ${form.getAttribute("action") ?? "here"}` : "no form";
      return [type, name, ...rest, sent].join(" ");
    }),
  );
}

/** Waits for them: some come behind the rest of their form. */
async function expectControls(page: Page, expected: readonly string[], of?: string): Promise<void> {
  await expect.poll(() => controlsIn(page), of).toEqual(expected);
}

const loginPassword = "password password current-password - go post here";
const country = "select phone_country tel-country-code - - post here";
const code = "text code one-time-code numeric done post here";

/** type name autocomplete inputmode enterkeyhint, and how the form is sent */
const firsts: readonly (readonly [Shown["app"], Shown["props"], readonly string[]])[] = [
  ["Login", {}, ["email email username email next post here", loginPassword]],
  [
    "Login",
    { identifier: "username" },
    ["text username username text next post here", loginPassword],
  ],
  [
    "Login",
    { identifier: "either" },
    ["text username username email next post here", loginPassword],
  ],
  [
    "Login",
    { identifier: "phone" },
    [country, "tel phone username tel next post here", loginPassword],
  ],
  [
    "Signup",
    {},
    ["email email email email next post here", "password password new-password - go post here"],
  ],
  [
    "Signup",
    {
      username: true,
      phone: true,
      terms: "I agree.",
      termsRequired: true,
      fields: [
        { kind: "text", name: "given_name", label: "Given name", storage: "root" },
        { kind: "text", name: "company", label: "Company" },
        { kind: "date", name: "birthdate", label: "Birthday" },
        { kind: "textarea", name: "about", label: "About you" },
        { kind: "select", name: "plan", label: "Plan", options: [{ value: "a", label: "A" }] },
        { kind: "checkbox", name: "news", label: "Send me news" },
      ],
    },
    [
      "email email email email next post here",
      country,
      "tel phone tel tel next post here",
      "text username username - next post here",
      "password password new-password - next post here",
      "text given_name given-name - next post here",
      "text company organization - next post here",
      "date birthdate bday - next post here",
      "textarea about - - - post here",
      "select plan - - - post here",
      "checkbox news - - - post here",
      "checkbox terms - - - post here",
    ],
  ],
  ["ResetPassword", {}, ["email email username email send post here"]],
  ["Passwordless", {}, ["email email email email send post here"]],
  ["Passwordless", { channel: "phone" }, [country, "tel phone tel tel send post here"]],
  ["AuthPanel", {}, ["email email username email next post here", loginPassword]],
];

test("every control of a first step is named for password managers and phones", async ({
  page,
  site,
}) => {
  for (const [app, props, expected] of firsts) {
    await openComponent(page, site, app, { props });
    await expectControls(page, expected, `${app} ${JSON.stringify(props)}`);
  }
});

test("so are the controls of the steps behind a login by a code", async ({ page, site }) => {
  await openComponent(page, site, "Passwordless");
  await fillIn(page, { "E-mail": newEmail() });
  await press(page, "Send code");
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await expectControls(page, [code]);
});

test("so are the controls of a second factor", async ({ page, site }) => {
  const recoveryCode = "RECOVERY2CODE4OF6SOMEBODY";
  const email = await newUser(site, { mfa: { totpSecret, recoveryCode } });
  const config = { loginVia: "password-realm" } as const;
  await openComponent(page, site, "SecondFactor", { config });
  await fillIn(page, { "E-mail": email, Password: password });
  await press(page, "Sign in");
  await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  await expectControls(page, [code]);
  await press(page, "Use a recovery code");
  await expect(page.getByLabel("Recovery code")).toBeVisible();
  await expectControls(page, ["text code off - done post here"]);
});

test("so are the controls of a second factor that is set up", async ({ page, site }) => {
  const email = await newUser(site, { mfaRequired: true });
  const config = { loginVia: "password-realm" } as const;
  for (const [factor, expected] of [
    [/^Text message/, [country, "tel phone tel tel send post here"]],
    [/^E-mail/, ["email email email email send post here"]],
  ] as const) {
    await openComponent(page, site, "SecondFactor", { config });
    await fillIn(page, { "E-mail": email, Password: password });
    await press(page, "Sign in");
    await press(page, factor);
    await expect(page.getByRole("button", { name: "Send code" })).toBeVisible();
    await expectControls(page, expected);
  }
});

test("so are the controls that link an account by a code", async ({ page, site }) => {
  const props = { passwordless: "email" };
  await openSignedIn(page, site, await newUser(site), "Account", { props });
  await press(page, "Link an e-mail address");
  const email = page.getByLabel("E-mail", { exact: true });
  await expect(email).toBeFocused();
  await expectControls(page, ["email email email email send post here"]);
  await email.fill(newEmail());
  await press(page, "Send code");
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await expectControls(page, [code]);
});
