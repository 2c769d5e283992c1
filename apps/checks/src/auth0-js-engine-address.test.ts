// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { api, asked, openEngine } from "./auth0-js-page.js";
import { callback } from "./client-browser.js";
import { ada, app, clientId, failureOf, requestsTo, tenantOrigin } from "./client-page.js";
import { always, everything, everythingSent, parametersOf } from "./client-visit.js";

const request = { ...asked, redirectUri: callback };
const { code_challenge, code_challenge_method, ...unproven } = always;

describe("the address of a visit", () => {
  test("says what every one says", async () => {
    const { engine, tenant } = await openEngine();
    const address = await engine.authorizeUrl(request);
    expect(new URL(address)).toMatchObject({
      origin: tenantOrigin,
      pathname: "/authorize",
      hash: "",
    });
    expect(parametersOf(address)).toEqual(always);
    expect(parametersOf(address)["code_challenge"]).toMatch(/^[\w-]{43}$/);
    expect(tenant.requests()).toEqual([]);
  });

  test("says all that it is told", async () => {
    const { engine } = await openEngine();
    const { scope: _, ...told } = everything;
    const own = { scope: "openid read:projects", responseMode: "fragment", state: "s&=?#/ü +" };
    const address = await engine.authorizeUrl({ ...request, ...told, ...own } as typeof request);
    expect(parametersOf(address)).toEqual({
      ...everythingSent,
      state: own.state,
      response_mode: "fragment",
    });
  });

  test("asks for tokens without the proof of a code", async () => {
    const { engine } = await openEngine({ responseType: "token id_token" });
    const address = await engine.authorizeUrl(request);
    expect(parametersOf(address)).toEqual({ ...unproven, response_type: "token id_token" });
  });

  test("leaves away what is empty", async () => {
    const { engine } = await openEngine();
    const empty = { audience: "", organization: "", loginHint: "", connectionScope: [] };
    const address = await engine.authorizeUrl({ ...request, ...empty, extra: { display: "" } });
    expect(parametersOf(address)).toEqual(always);
  });

  test("sends what the app adds as it is spelt, and lets none of it stand for ours", async () => {
    const { engine } = await openEngine();
    const ours = {
      client_id: "evil",
      response_type: "evil",
      response_mode: "evil",
      redirect_uri: "evil",
      audience: "evil",
      organization: "evil",
      realm: "evil",
      login_ticket: "evil",
      prompt: "evil",
      max_age: "evil",
      code_challenge: "evil",
      screen_hint: "evil",
    };
    const theirs = { extCamelCase2: "ü &=", "ext-x": "1", camel_case: "2" };
    const address = await engine.authorizeUrl({ ...request, extra: { ...ours, ...theirs } });
    expect(parametersOf(address)).toEqual({ ...always, ...theirs });
  });

  test.each(["code", "token id_token"] as const)(
    "is Portico's own but for its random parts, by %s",
    async (responseType) => {
      const { client, makeClient } = await openEngine({ responseType });
      const state = "state-of-this-test";
      const addresses = [makeClient({ engine: undefined }), client].map((one) =>
        one.buildAuthorizeUrl({ ...everything, state }),
      );
      const [theirs = {}, ours] = (await Promise.all(addresses)).map(parametersOf);
      const random = responseType === "code" ? { code_challenge } : {};
      expect(ours).toEqual({ ...theirs, ...random });
    },
  );

  test("that auth0-js refuses to write is a mistake, and nothing waits for the way back", async () => {
    const { engine } = await openEngine();
    // What auth0-js takes for none of its options.
    const call = engine.authorizeUrl({ ...request, audience: 1843 as unknown as string });
    expect(await failureOf(call)).toEqual({
      name: "AuthError",
      code: "invalid_request",
      details: {},
    });
    expect(
      sessionStorage.getItem(`portico.transactions.id.portico.example.${clientId}`),
    ).toBeNull();
  });
});

test.each([
  [{}, `client_id=${clientId}`],
  [
    { returnTo: `${app}/a?b=c&d` },
    `client_id=${clientId}&returnTo=${encodeURIComponent(`${app}/a?b=c&d`)}`,
  ],
  [{ federated: true }, `client_id=${clientId}&federated`],
])("the address to log out by, for %j", async (target, query) => {
  const { engine, tenant } = await openEngine();
  expect(engine.logoutUrl(target)).toBe(`${tenantOrigin}/v2/logout?${query}`);
  expect(tenant.requests()).toEqual([]);
});

describe.each(["code", "token id_token"] as const)(
  "by %s, a visit at the tenant's pages",
  (responseType) => {
    const tokens = responseType === "code" ? ["POST /oauth/token"] : [];

    test("comes back with the app's state", async () => {
      const { client, browser, makeClient } = await openEngine({ responseType });
      void client.loginWithConnection({ appState: { note: [1] } });
      await expect.poll(() => browser.left).toHaveLength(1);
      await browser.visit(browser.left[0] ?? "", ada);
      expect(await makeClient({}).start({ onRedirectCallback: () => {} })).toMatchObject({
        kind: "authenticated",
        session: { user: { email: ada.username } },
        appState: { note: [1] },
      });
      expect([sessionStorage.length, localStorage.length, document.cookie]).toEqual([0, 0, ""]);
    });

    test("in a window signs in without leaving the page, and is closed", async () => {
      const page = await openEngine({ responseType }, {}, { windows: "relaying" });
      const { client, browser, tenant } = page;
      await client.login(ada);
      await client.logout({ local: true });
      tenant.clearRequests();
      expect(await client.loginWithPopup({ audience: api, maxAge: 60 })).toMatchObject({
        kind: "authenticated",
        session: { user: { email: ada.username }, audience: api },
      });
      expect(requestsTo(tenant)).toEqual(["GET /authorize", ...tokens]);
      const proof = responseType === "code" ? { code_challenge, code_challenge_method } : {};
      expect(browser.windows.map(({ address, closed }) => [parametersOf(address), closed])).toEqual(
        [
          [
            {
              ...unproven,
              ...proof,
              response_type: responseType,
              audience: api,
              max_age: "60",
              state: expect.stringMatching(/^popup\./),
            },
            true,
          ],
        ],
      );
    });
  },
);
