import type { Page, Request } from "@playwright/test";
import type { Shown } from "../harness/components/shown.js";
import type { Variant } from "../harness/ssr/build-pages.js";
import type { ComponentSite } from "../stack/component-pages.js";
import { startComponentRenderer, type ComponentRenderer } from "../stack/component-renderer.js";
import {
  expect,
  fillIn,
  newEmail,
  password,
  sessionLine,
  shownOf,
  test,
  type More,
} from "./component-page.js";

// Only the development builds say what is wrong with a page that a server rendered.
const variants: readonly Variant[] = [
  { react: "19", mode: "development" },
  { react: "18", mode: "development" },
];

interface Row {
  readonly app: Shown["app"];
  readonly more?: More;
  /** What a reader may have typed before the scripts came. */
  readonly typed: Readonly<Record<string, string>>;
  readonly button: string;
}

const email = newEmail();
const terms = { terms: "I agree to the terms.", termsRequired: true };
const credentials = { "E-mail": email, Password: password };

const rows: readonly Row[] = [
  { app: "Login", typed: credentials, button: "Sign in" },
  { app: "Signup", more: { props: terms }, typed: credentials, button: "Create account" },
  { app: "ResetPassword", typed: { "E-mail": email }, button: "Send link" },
  { app: "Passwordless", typed: { "E-mail": email }, button: "Send code" },
  {
    app: "Passwordless",
    more: { props: { channel: "phone" } },
    typed: { "Phone number": "+4930901820" },
    button: "Send code",
  },
  { app: "AuthPanel", typed: credentials, button: "Sign in" },
];

/** Opens the page that a server rendered, and holds its scripts back. Gives how to let them go. */
async function openRendered(page: Page, { page: address }: ComponentRenderer): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return release;
}

/** Serves one variant as another application of the same tenant. */
async function startRenderer(
  { tenant }: ComponentSite,
  variant: Variant,
): Promise<ComponentRenderer> {
  const renderer = await startComponentRenderer(variant);
  expect(renderer.version).toMatch(new RegExp(`^${variant.react}\\.`));
  const { origin, page } = renderer;
  const client = { clientId: origin, name: "Rendered", callbacks: [page] };
  await tenant.seed({ clients: [{ ...client, webOrigins: [origin], logoutUrls: [] }] });
  return renderer;
}

function show(renderer: ComponentRenderer, site: ComponentSite, { app, more }: Row): void {
  const config = { clientId: renderer.origin, redirectUri: renderer.page };
  renderer.shown = shownOf(site, app, { ...more, config });
}

for (const variant of variants) {
  test(`React ${variant.react}: no form is sent before it is taken over, and none loses what was typed`, async ({
    context,
    site,
  }) => {
    const renderer = await startRenderer(site, variant);
    for (const row of rows) {
      await test.step(`${row.app} ${JSON.stringify(row.more ?? {})}`, async () => {
        const page = await context.newPage();
        const sent: Request[] = [];
        page.on("request", (request) => sent.push(request));
        show(renderer, site, row);
        const release = await openRendered(page, renderer);
        await fillIn(page, row.typed);
        const button = page.getByRole("button", { name: row.button, exact: true });
        await expect(button).toBeDisabled();
        const before = sent.length;
        await page.getByLabel(Object.keys(row.typed).at(-1) ?? "", { exact: true }).press("Enter");
        expect(await page.evaluate(() => document.forms[0]?.method)).toBe("post");
        expect(page.url()).toBe(renderer.page);
        expect(sent.length).toBe(before);
        release();
        await expect(button).toBeEnabled();
        await expect(sessionLine(page)).toHaveText("anonymous");
        for (const [label, value] of Object.entries(row.typed)) {
          await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
        }
        await page.close();
      });
    }
    await renderer.close();
  });
}

test("a form that is sent without its scripts all the same puts nothing into the address", async ({
  page,
  site,
}) => {
  const [variant] = variants;
  const [row] = rows;
  if (!variant || !row) throw new Error("There is nothing to open.");
  const renderer = await startRenderer(site, variant);
  show(renderer, site, row);
  await openRendered(page, renderer);
  await fillIn(page, row.typed);
  const posted = page.waitForRequest((request) => request.isNavigationRequest());
  // An extension or an impatient script may do what the disabled button does not.
  await page.evaluate(() => document.forms[0]?.submit());
  const request = await posted;
  expect([request.method(), request.url()]).toEqual(["POST", renderer.page]);
  await renderer.close();
});
