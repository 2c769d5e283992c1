import type { BrowserContext, Page } from "@playwright/test";
import type { AuthClient, Management } from "@portico/core";
import type { ReactPages } from "../stack/react-pages.js";
import type { Stack } from "../stack/start-stack.js";
import { requestsTo } from "./fixtures.js";
import { expect, goToReact, openReact, sessionLine, test } from "./react-page.js";

/** Chooses an account of the provider that a page of the tenant plays. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

const margaret = "authenticated margaret@example.com";

for (const skipRedirectCallback of [false, true]) {
  const by = skipRedirectCallback ? "AuthCallback" : "the provider";

  test(`a redirect that ${by} answers comes back to where it was to, and the gate opens`, async ({
    page,
    stack,
    pages,
  }) => {
    await openReact(page, { stack, pages }, "gate", { config: { skipRedirectCallback } });
    const redeemed: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/oauth/token")) redeemed.push(request.postData() ?? "");
    });
    const back = page.waitForRequest((request) => request.url().startsWith(`${pages.page}?code=`));
    await page.getByRole("button", { name: "Go in" }).click();
    await choose(page, "Margaret Hamilton");
    await expect(sessionLine(page)).toHaveText(margaret);
    await expect(page).toHaveURL(`${pages.origin}/inside?tab=1#top`);
    await expect(page.getByRole("region", { name: "Inside" })).toContainText("Margaret Hamilton");
    // StrictMode runs every effect twice.
    const code = new URL((await back).url()).searchParams.get("code") ?? "no code";
    expect(redeemed.filter((body) => body.includes(code))).toHaveLength(1);

    await page.reload();
    await expect(page.getByRole("region", { name: "Inside" })).toBeVisible();
    await page.getByRole("button", { name: "Go out" }).click();
    await expect(sessionLine(page)).toHaveText("anonymous signed_out");
    await expect(page.getByRole("button", { name: "Go in" })).toBeVisible();
  });

  test(`a refusal that ${by} answers is shown, and another login begins when it is asked for`, async ({
    page,
    stack,
    pages,
  }) => {
    await openReact(page, { stack, pages }, "gate", { config: { skipRedirectCallback } });
    await page.getByRole("button", { name: "Go in" }).click();
    await page.getByText("Make it fail or wait").click();
    await choose(page, "Deny");
    const again = page.getByRole("button", { name: "Again after access_denied" });
    await expect(again).toBeVisible();
    await expect(page).toHaveURL(pages.page);
    await again.click();
    await choose(page, "Margaret Hamilton");
    await expect(sessionLine(page)).toHaveText(margaret);
  });
}

test("a component that requires a login sends there once and comes back to its own address", async ({
  page,
  stack,
  pages,
}) => {
  stack.tenant.clearRequests();
  await goToReact(page, { stack, pages }, "required");
  await choose(page, "Margaret Hamilton");
  await expect(page.getByText("Only for Margaret Hamilton")).toBeVisible();
  await expect(page).toHaveURL(`${pages.origin}/only?for=you`);
  // The start's own look, and one login.
  expect(requestsTo(stack).filter((line) => line === "GET /authorize")).toHaveLength(2);
});

test("a window that comes back to the app hands over and closes", async ({
  page,
  context,
  stack,
  pages,
}) => {
  const config = { popupRedirectUri: pages.page };
  await openReact(page, { stack, pages }, "popup-page", { config });
  const shown = await page.evaluate(() => window.shown);
  await context.addInitScript((given) => {
    window.shown = given;
  }, shown);
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Open" }).click();
  const popup = await opened;
  await choose(popup, "Margaret Hamilton");
  await expect(sessionLine(page)).toHaveText(margaret);
  await expect.poll(() => context.pages()).toEqual([page]);
});

/** What a hook gives in a page of its own, which the tenant's session signs in. */
async function probe<T>(
  context: BrowserContext,
  where: { stack: Stack; pages: ReactPages },
  hook: string,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  await openReact(page, where, "probe", { hook: [hook] });
  await expect(sessionLine(page)).toHaveText(margaret);
  const found = await look(page);
  await page.close();
  return found;
}

test("each hook that only reads gives what there is", async ({ page, context, stack, pages }) => {
  await openReact(page, { stack, pages }, "popup-page");
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Open" }).click();
  await choose(await opened, "Margaret Hamilton");
  await expect(sessionLine(page)).toHaveText(margaret);
  const user = { email: "margaret@example.com", sub: "github|1001" };
  const session = { status: "authenticated", session: { user } };
  for (const [hook, expected] of [
    ["useUser", user],
    ["useSession", session],
    ["useAuth0", { isLoading: false, isAuthenticated: true, user }],
  ] as const) {
    const given = await probe(context, { stack, pages }, hook, (own) =>
      own.evaluate(() => JSON.parse(JSON.stringify(window.hook)) as unknown),
    );
    expect(given).toMatchObject(expected);
  }
  const state = await probe(context, { stack, pages }, "useAuthClient", (own) =>
    own.evaluate(() => (window.hook as AuthClient).session.get()),
  );
  expect(state).toMatchObject(session);
  const profile = await probe(context, { stack, pages }, "useManagement", (own) =>
    own.evaluate(() => (window.hook as Management).getUser("github|1001")),
  );
  expect(profile).toMatchObject({ userId: user.sub, identities: [{ provider: "github" }] });
});
