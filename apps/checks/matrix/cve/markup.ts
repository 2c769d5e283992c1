import type { Page } from "@playwright/test";
import {
  calls,
  expect,
  fillIn,
  newEmail,
  openComponent,
  password,
  press,
} from "../../e2e/component-page.js";
import type { ComponentSite } from "../../stack/component-pages.js";
import type { ComponentCve } from "./pack.js";
import { sentWithoutScripts } from "./without-scripts.js";

type ComponentProof = (given: {
  readonly page: Page;
  readonly site: ComponentSite;
}) => Promise<void>;

/** Text that would be more than text if it were taken for markup. */
const markups = [
  `<img src=x onerror="window.markupRan=1">`,
  `"><script>window.markupRan=1</script>`,
  `<svg onload="window.markupRan=1"><a href="javascript:window.markupRan=1">x</a></svg>`,
  `<iframe srcdoc="<script>parent.markupRan=1</script>"></iframe>`,
  `&lt;b&gt;{{constructor.constructor('window.markupRan=1')()}}`,
];

/** What reaches the page as text stays text. */
export const componentProofs: Readonly<Record<ComponentCve, ComponentProof>> = {
  async "CVE-2019-20174"({ page, site }) {
    for (const markup of markups) {
      const field = { name: "company", kind: "text", label: markup, hint: markup };
      const options = [{ value: "a", label: markup }];
      const choice = { name: "role", kind: "select", label: `${markup} 2`, options };
      const looks = { title: markup, message: markup, connections: connectionsBy(markup) };
      const signUp = { ...looks, fields: [field, choice], terms: markup };
      await openComponent(page, site, "Signup", { props: signUp });
      await expectInert(page, markup);
      for (const app of ["Login", "Passwordless", "ResetPassword"] as const) {
        await openComponent(page, site, app, { props: looks });
        await expectInert(page, markup);
      }
    }
  },

  async "CVE-2020-15119"({ page, site }) {
    for (const [index, markup] of markups.entries()) {
      // A quoted local part may hold almost anything (RFC 5322, 3.4.1), and markup does without spaces.
      const email = `"${markup.replaceAll(/["\\\s@]+/g, "/")}${index}"@example.com`;
      await openComponent(page, site, "Signup");
      await fillIn(page, { "E-mail": email, Password: password });
      await press(page, "Create account");
      await expectRepeated(page, email);
      await openComponent(page, site, "ResetPassword");
      await fillIn(page, { "E-mail": email });
      await press(page, "Send link");
      await expectRepeated(page, email);
      await openComponent(page, site, "Passwordless");
      await fillIn(page, { "E-mail": email });
      await press(page, "Send code");
      await expectRepeated(page, email);
      // Or the next one would go on where this one waits for its code.
      await page.evaluate(() => sessionStorage.clear());
    }
  },

  async "CVE-2021-32641"({ page, site }) {
    for (const markup of markups) {
      const messages = {
        login: { title: markup, submit: markup, emailLabel: markup },
        errors: { invalid_credentials: markup },
      };
      await openComponent(page, site, "Login", { props: { messages } });
      await expectInert(page, markup);
      await page.getByRole("textbox").first().fill(newEmail());
      await page.getByLabel("Password", { exact: true }).fill("Wrong-password-42");
      await page.getByRole("button", { name: markup, exact: true }).click();
      await expect(page.getByRole("alert")).toContainText(markup);
      await expectInert(page, markup);
      const response = new URLSearchParams({
        error: markup,
        error_description: markup,
        state: "x",
      });
      for (const mark of ["?", "#"]) {
        await page.goto(`${site.page}${mark}${response}`);
        await expect(page.getByRole("textbox").first()).toBeVisible();
        await page.reload();
        await expectInert(page, markup);
        expect(await page.locator("footer").innerText()).not.toContain("markupRan");
      }
    }
  },

  async "CVE-2022-29172"({ page, site }) {
    const fields = [
      { name: "company", kind: "text", label: "Company", required: true },
      { name: "source", kind: "hidden", defaultValue: "a\u0007b" },
    ];
    const props = { fields, signIn: true };
    await openComponent(page, site, "Signup", { props, traced: ["onError"] });
    site.tenant.clearRequests();
    const email = newEmail();
    const mail = "See https://evil.example/offer";
    for (const company of [...markups.slice(0, 4), mail, "//evil.example://x", "a\u0007b"]) {
      await fillIn(page, { "E-mail": email, Password: password, Company: company });
      await press(page, "Create account");
      await expect(page.getByLabel("Company", { exact: true }), company).toHaveAttribute(
        "aria-invalid",
        "true",
      );
    }
    expect(site.tenant.requests().map(({ path }) => path)).not.toContain("/dbconnections/signup");
    const sent = page.waitForRequest(/dbconnections\/signup/);
    await fillIn(page, { Company: "Babbage & Daughters" });
    await press(page, "Create account");
    const body = (await sent).postDataJSON() as { user_metadata?: object };
    expect(body.user_metadata).toEqual({ company: "Babbage & Daughters" });
    await expect(calls(page)).toHaveCount(0);
  },

  "CVE-2026-107370": sentWithoutScripts,
};

const connectionsBy = (label: string) => [{ connection: "github", label }];

/** Nothing of it has run or become an element, and it is there to be read. */
async function expectInert(page: Page, markup: string): Promise<void> {
  await expect(page.getByText(markup).first()).toBeAttached();
  await expectNothingRan(page);
}

async function expectRepeated(page: Page, email: string): Promise<void> {
  await expect(page.getByText(email)).toBeVisible();
  await expectNothingRan(page);
}

async function expectNothingRan(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, "markupRan") as unknown,
    elements: document.body.querySelectorAll(
      // The client's own frame, which may be there at any time, is hidden.
      "script, iframe:not([hidden]), img[onerror], svg[onload], a[href^='javascript:']",
    ).length,
  }));
  expect(found).toEqual({ ran: undefined, elements: 0 });
}
