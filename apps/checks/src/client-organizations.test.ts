// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { failureOf, openPage, type ClientPage } from "./client-page.js";
import { parametersOf } from "./client-visit.js";

const ada = { email: "ada@example.com", password: "Analytical-Engine-1843" };
const organization = "analytical-society";
const isId = expect.stringMatching(/^org_/) as string;

type SignIn = (page: ClientPage, params: { readonly organization?: string }) => Promise<object>;

const ways: readonly [string, SignIn][] = [
  ["in-page", ({ client }, params) => client.login({ ...ada, ...params })],
  [
    "password-realm",
    ({ client }, params) => client.login({ ...ada, ...params, via: "password-realm" }),
  ],
  [
    "redirect",
    async ({ client, browser, makeClient }, params) => {
      await client.login({ ...ada, ...params, via: "redirect" });
      await browser.visit(browser.left.at(-1) ?? "");
      // What has to come out of it stands in the transaction, not in the configuration.
      const outcome = await makeClient({ organization: undefined }).start();
      if (outcome.kind === "anonymous") throw outcome.error;
      return outcome;
    },
  ],
];

describe.each(ways)("a login %s", (_via, signIn) => {
  test("signs in to the organization of the call or of the configuration", async () => {
    const page = await openPage();
    const byName = await signIn(page, { organization: "Analytical-Society" });
    expect(byName).toMatchObject({ session: { organization: isId } });
    const { organization: id } = (byName as { session: { organization: string } }).session;
    expect(await signIn(page, { organization: id })).toMatchObject({
      session: { organization: id },
    });
    const configured = { ...page, client: page.makeClient({ organization }) };
    expect(await signIn(configured, {})).toMatchObject({ session: { organization: id } });
    expect(await signIn(page, {})).not.toHaveProperty("session.organization");
  });

  test("is refused for somebody who is no member", async () => {
    const page = await openPage();
    expect(await failureOf(signIn(page, { organization: "observatory" }))).toMatchObject({
      code: "access_denied",
    });
    expect(page.client.session.get()).toEqual({ status: "starting" });
  });

  test("takes no token of another organization", async () => {
    const page = await openPage();
    const { session } = (await signIn(page, { organization })) as {
      session: { organization: string };
    };
    page.tenant.faults.add({ match: { path: "/oauth/token" }, fault: "token:wrong-org-id" });
    const again = { ...page, client: page.makeClient({}) };
    expect(await failureOf(signIn(again, { organization: session.organization }))).toMatchObject({
      code: "invalid_token",
      details: { reason: "organization" },
    });
    expect(again.client.session.get()).toEqual({ status: "starting" });
  });
});

test("the organization of a call outweighs the configuration's", async () => {
  const { client, browser } = await openPage({ organization });
  const params = { email: "grace@navy.example", organization: "observatory" };
  expect(parametersOf(await client.buildAuthorizeUrl())).toMatchObject({ organization });
  expect(
    parametersOf(await client.buildAuthorizeUrl({ organization: "observatory" })),
  ).toMatchObject({ organization: "observatory" });
  await client.signup({ ...params, password: "Nanoseconds-1906", signIn: false });
  await client.resetPassword(params);
  for (const path of ["/dbconnections/signup", "/dbconnections/change_password"]) {
    expect(browser.said(path)).toMatchObject([{ organization: "observatory" }]);
  }
});

test("an invitation that was made up is refused by the tenant", async () => {
  const { client, browser, makeClient } = await openPage();
  await client.loginWithConnection({ invitation: "made-up", organization });
  await browser.visit(browser.left[0] ?? "");
  expect(await makeClient({}).start()).toMatchObject({
    kind: "anonymous",
    error: { code: "invalid_request" },
  });
});
