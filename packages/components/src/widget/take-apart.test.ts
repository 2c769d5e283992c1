// @vitest-environment jsdom
import { createFakeClient } from "@portico/core/testing";
import { describe, expect, test } from "vitest";
import { refuseFixed, takeApart } from "./take-apart.js";
import type { WidgetOptions } from "./widget-options.js";

const config = {
  domain: "example.auth0.com",
  clientId: "spa",
  redirectUri: "https://app.example/",
};

/** What only a client may be given, one by one. */
const ofClient: readonly object[] = [
  { domain: "other.auth0.com" },
  { clientId: "other" },
  { redirectUri: "https://app.example/back" },
  { audience: "https://api.example" },
  { scope: "openid" },
  { responseType: "code" },
  { organization: "org_1" },
  { popupRedirectUri: "https://app.example/popup" },
  { managementDomain: "example.eu.auth0.com" },
  { databaseConnection: "staff" },
  { loginVia: "in-page" },
  { checkSessionOnStart: false },
  { storage: undefined },
  { leeway: 30 },
  { rememberLastSignIn: true },
  { engine: undefined },
  { deadlines: {} },
];

describe("the options of a widget", () => {
  test.each(ofClient)("%o is the client's, and no panel's", (option) => {
    const { client, panel } = takeApart({ ...config, ...option } as WidgetOptions);
    expect(client.session.get()).toEqual({ status: "starting" });
    expect(panel).toEqual({});
    const [name] = Object.keys(option);
    expect(() => refuseFixed({ title: "Welcome", ...option })).toThrow(
      `A mounted panel was given another ${name}. Its client`,
    );
  });

  test("reach the client that is made of them", async () => {
    const { client } = takeApart({ ...config, audience: "https://api.example", scope: "email" });
    const url = new URL(await client.buildAuthorizeUrl());
    expect(url.origin).toBe("https://example.auth0.com");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: "spa",
      redirect_uri: "https://app.example/",
      audience: "https://api.example",
      scope: "openid email",
    });
  });

  test("are the start's, or the panel's", () => {
    const onRedirectCallback = () => {};
    const onAuthenticated = () => {};
    const client = createFakeClient();
    const options = { client, onRedirectCallback, skipRedirectCallback: true, onAuthenticated };
    const parts = takeApart({ ...options, title: "Welcome" });
    expect(parts.client).toBe(client);
    expect(parts.start).toEqual({ onRedirectCallback, skipRedirectCallback: true });
    expect(parts.panel).toEqual({ onAuthenticated, title: "Welcome" });
  });

  test.each(["client", "onRedirectCallback", "skipRedirectCallback"])(
    "cannot change with a mounted panel: %s",
    (name) => {
      expect(() => refuseFixed({ [name]: undefined })).toThrow(
        `given another ${name}. Its client is made and started once`,
      );
    },
  );

  test.each<[object]>([[{}], [{ title: "Welcome", valueOf: "a name that every object has" }]])(
    "may change: %o",
    (changes) => expect(refuseFixed(changes)).toBeUndefined(),
  );

  test("name the application, or a client", () => {
    const { domain, clientId } = config;
    expect(() => takeApart({ clientId } as WidgetOptions)).toThrow("no usable domain");
    expect(() => takeApart({ domain } as WidgetOptions)).toThrow("no clientId");
  });
});
