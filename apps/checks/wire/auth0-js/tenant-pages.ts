import type { Page } from "@playwright/test";
import type { Operation } from "../operation.js";
import { telemetryParameter } from "./exceptions.js";

/** Every parameter of `/authorize` that both know, in our words and in those of auth0-js. */
const shared = {
  connection: "google-oauth2",
  audience: "https://api.portico.example",
  scope: "openid read:projects",
  organization: "analytical-society",
  invitation: "ticket",
  prompt: "login",
  state: "state-of-ones-own",
  nonce: "nonce-of-ones-own",
};
const inOurWords = {
  ...shared,
  connectionScope: ["email", "calendar"],
  loginHint: "ada@example.com",
  screenHint: "signup",
  maxAge: 60,
  acrValues: "a b",
  uiLocales: "de fr",
  extra: { access_type: "offline" },
};
const inTheirs = {
  ...shared,
  connection_scope: ["email", "calendar"],
  login_hint: "ada@example.com",
  screen_hint: "signup",
  max_age: 60,
  acr_values: "a b",
  ui_locales: "de fr",
  access_type: "offline",
};
const modes = ["fragment", "form_post"] as const;

/** Signs in at the page that plays the provider. */
async function chooseAccount(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Margaret Hamilton" }).click();
}

export const tenantPageOperations: readonly Operation[] = [
  {
    title: "a visit at the tenant's pages, as configured",
    ours: { call: () => ["loginWithConnection"] },
    theirs: { call: () => ["authorize", {}] },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter],
  },
  {
    title: "a visit at the tenant's pages, with every parameter",
    ours: { call: () => ["loginWithConnection", inOurWords] },
    theirs: { call: () => ["authorize", inTheirs] },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter],
  },
  ...modes.map((responseMode): Operation => ({
    title: `a visit whose answer comes back by ${responseMode}`,
    ours: { call: () => ["loginWithConnection", { responseMode }] },
    theirs: { call: () => ["authorize", { responseMode }] },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter],
  })),
  {
    title: "a visit that comes back elsewhere",
    ours: {
      call: ({ stack }) => ["loginWithConnection", { redirectUri: `${stack.app}/` }],
    },
    theirs: { call: ({ stack }) => ["authorize", { redirectUri: `${stack.app}/` }] },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter],
  },
  {
    title: "the address of such a visit",
    ours: { call: () => ["buildAuthorizeUrl", inOurWords] },
    theirs: { call: () => ["client.buildAuthorizeUrl", inTheirs] },
    givesAddress: true,
    exceptions: [telemetryParameter],
  },
  {
    title: "a visit in a window of its own",
    ours: { call: () => ["loginWithPopup", { connection: "github" }] },
    theirs: { call: () => ["popup.authorize", { connection: "github" }] },
    inPopup: chooseAccount,
    exceptions: [telemetryParameter],
  },
  {
    title: "logout",
    ours: { call: ({ stack }) => ["logout", { returnTo: `${stack.app}/` }] },
    theirs: { call: ({ stack }) => ["logout", { returnTo: `${stack.app}/` }] },
    leavesFor: "/v2/logout",
    exceptions: [telemetryParameter],
  },
  {
    title: "logout at the identity provider too, by the tenant's own list",
    ours: {
      call: ({ stack }) => [
        "buildLogoutUrl",
        { returnTo: `${stack.app}/`, federated: true, allowedBy: "tenant" },
      ],
    },
    theirs: {
      call: ({ stack }) => [
        "client.buildLogoutUrl",
        { returnTo: `${stack.app}/`, federated: true, clientID: undefined },
      ],
    },
    givesAddress: true,
    exceptions: [telemetryParameter],
  },
];
