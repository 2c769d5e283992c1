// @vitest-environment jsdom
import { expect, test } from "vitest";
import { callback } from "./client-browser.js";
import { app, tenantOrigin } from "./client-page.js";
import { expectedIn, findingsIn, titled, type Case, type Wrong } from "./diagnosis-page.js";

const silent = { path: "/authorize" };
const noCallback = { callback_not_allowed: { redirectUri: callback } };
const unlisted = `${app}/unlisted`;
const implicit = { responseType: "token id_token" } as const;
const framed = { frames_refused: { origin: tenantOrigin } };

/** In the configuration, where the tenant does not fit to it, or in how silent answers come back. */
const wrong: readonly Wrong[] = [
  { title: "an unlisted callback", tenant: { client: { callbacks: [] } }, found: noCallback },
  {
    title: "an unlisted callback at a tenant that keeps silent about it",
    tenant: { client: { callbacks: [] }, errorPages: "silent" },
    found: noCallback,
  },
  {
    title: "an unlisted callback of the implicit grant",
    config: implicit,
    tenant: { client: { callbacks: [] } },
    found: noCallback,
  },
  {
    title: "an unlisted callback of the implicit grant at a tenant that keeps silent about it",
    config: implicit,
    tenant: { client: { callbacks: [] }, errorPages: "silent" },
    found: noCallback,
  },
  ...(["posted", "silent"] as const).map((errorPages): Wrong => ({
    title: `an unlisted address of popups (error pages ${errorPages})`,
    config: { popupRedirectUri: unlisted },
    tenant: { errorPages },
    found: { callback_not_allowed: { redirectUri: unlisted } },
  })),
  {
    title: "a redirect URI of another origin",
    config: { redirectUri: "https://other.portico.example/" },
    found: { foreign_redirect_uri: { redirectUri: "https://other.portico.example/" } },
  },
  {
    title: "cross-origin authentication switched off",
    tenant: { client: { crossOriginLogin: false } },
    found: { cross_origin_login_off: {} },
  },
  {
    title: "a misspelt connection",
    config: { databaseConnection: "Username-Pasword" },
    found: { unknown_connection: { connection: "Username-Pasword" } },
  },
  {
    title: "a connection that is off for the application",
    tenant: { client: { connections: ["email"] } },
    found: { unknown_connection: { connection: "Username-Password-Authentication" } },
  },
  {
    title: "an unknown audience",
    config: { audience: "https://api.nowhere.example" },
    found: { unknown_audience: { audience: "https://api.nowhere.example" } },
  },
  {
    title: "the Management API as an audience of a name that only a custom domain has",
    config: { audience: "https://nowhere.example/api/v2/" },
    found: { management_on_custom_domain: { audience: "https://nowhere.example/api/v2/" } },
  },
  {
    title: "the Management API by a name that only a custom domain has",
    config: { managementDomain: "http://localhost:1" },
    found: { management_on_custom_domain: { audience: "http://localhost:1/api/v2/" } },
  },
  {
    title: "an unknown organization",
    config: { organization: "nobodys-society" },
    found: { unknown_organization: { organization: "nobodys-society" } },
  },
  ...(["xfo", "wm-silent", "wm-html", "wm-wrong-state", "wm-wrong-origin"] as const).map(
    (fault): Wrong => ({
      title: `answers that no frame lets through (${fault})`,
      fault: { match: silent, fault },
      found: framed,
    }),
  ),
  {
    title: "the same on a page that frames itself",
    browser: { headers: { "content-security-policy": "frame-ancestors 'self'" } },
    fault: { match: silent, fault: "xfo" },
    found: framed,
  },
  ...[
    { "content-security-policy": "default-src *; frame-ancestors 'none'; img-src *" },
    { "x-frame-options": "DENY" },
  ].map((headers): Wrong => ({
    title: `no answer, for one of two reasons, where the page says ${JSON.stringify(headers)}`,
    browser: { headers },
    fault: { match: silent, fault: "xfo" },
    found: { no_silent_answer: { redirectUri: callback } },
  })),
];

const harmless: readonly Case[] = [
  {
    title: "popups that come back to another origin",
    config: { popupRedirectUri: "https://other.portico.example/" },
  },
  {
    title: "popups that come back to a listed page of their own",
    config: { popupRedirectUri: `${app}/popup` },
    tenant: { client: { callbacks: [callback, `${app}/popup`] } },
  },
  {
    title: "cross-origin authentication switched off where no login needs it",
    config: { loginVia: "password-realm" },
    tenant: { client: { crossOriginLogin: false } },
  },
  {
    title: "the Management API at a host of Auth0's own",
    config: { managementDomain: "example.eu.auth0.com" },
  },
];

test.each(titled(wrong))("diagnose finds %s, and nothing else", async (_, row) => {
  expect(await findingsIn(row)).toEqual(expectedIn(row));
});

test.each(titled(harmless))("diagnose finds nothing wrong with %s", async (_, row) => {
  expect(await findingsIn(row)).toEqual([]);
});
