import type { Page } from "@playwright/test";
import { signInAtTenant } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { foreignToken } from "../foreign-token.js";
import { succeed, type Doing, type Operation } from "../operation.js";
import {
  addressOfRefresh,
  everyTokenVerified,
  noPreflight,
  popupComesBack,
  revocationPreflight,
  revocationTelemetry,
  scopeOfRefresh,
  telemetryHeader,
  telemetryParameter,
  usualMode,
} from "./exceptions.js";

const audience = "https://api.portico.example";
// auth0-spa-js asks for its usual scopes in any case.
const scope = "openid profile email read:projects";

const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";

/** What both call the same in a visit at the tenant's pages. */
const shared = {
  connection: "google-oauth2",
  audience,
  scope,
  organization: "analytical-society",
  invitation: "ticket",
  prompt: "login",
};

/** Somebody is signed in, here and at the tenant. */
const ours: Pick<Doing, "before"> = {
  before: (page, { user }) => succeed(page, ["login", user]),
};
const theirs: Pick<Doing, "before"> = { before: loginByPopup };

const oursOffline = { ...ours, options: { scope: "openid profile email offline_access" } };
const theirsOffline = {
  ...theirs,
  // Its worker would send the request from another thread, and just the same.
  options: { useRefreshTokens: true, cacheLocation: "localstorage" },
};

export const clientOperations: readonly Operation[] = [
  {
    title: "a visit at the tenant's pages, as configured",
    ours: { call: () => ["loginWithConnection"] },
    theirs: { call: () => ["loginWithRedirect"] },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter, usualMode],
  },
  {
    title: "a visit at the tenant's pages, with every parameter",
    ours: {
      call: () => [
        "loginWithConnection",
        {
          ...shared,
          connectionScope: ["email", "calendar"],
          loginHint: "ada@example.com",
          screenHint: "signup",
          maxAge: 60,
          acrValues: "a b",
          uiLocales: "de fr",
          extra: { display: "page" },
        },
      ],
    },
    theirs: {
      call: () => [
        "loginWithRedirect",
        {
          authorizationParams: {
            ...shared,
            connection_scope: "email,calendar",
            login_hint: "ada@example.com",
            screen_hint: "signup",
            max_age: 60,
            acr_values: "a b",
            ui_locales: "de fr",
            display: "page",
          },
        },
      ],
    },
    leavesFor: "/authorize",
    exceptions: [telemetryParameter, usualMode],
  },
  {
    title: "the code that comes back",
    ours: { comesBackBy: "loginWithConnection", call: () => ["start"] },
    theirs: { comesBackBy: "loginWithRedirect", call: () => ["handleRedirectCallback"] },
    exceptions: [telemetryHeader, noPreflight, everyTokenVerified],
  },
  {
    title: "the tenant's session, as configured",
    ours: { ...ours, call: () => ["checkSession"] },
    theirs: { ...theirs, call: () => ["getTokenSilently", { cacheMode: "off" }] },
    exceptions: [telemetryParameter, telemetryHeader, noPreflight],
  },
  {
    title: "an access token for another API",
    ours: { ...ours, call: () => ["getAccessToken", { audience, scope }] },
    theirs: {
      ...theirs,
      call: () => ["getTokenSilently", { authorizationParams: { audience, scope } }],
    },
    exceptions: [telemetryParameter, telemetryHeader, noPreflight],
  },
  {
    title: "an access token for a refresh token",
    ours: { ...oursOffline, call: () => ["getAccessToken", { minValidity: 1e7 }] },
    theirs: { ...theirsOffline, call: () => ["getTokenSilently", { cacheMode: "off" }] },
    exceptions: [telemetryHeader, noPreflight, scopeOfRefresh, addressOfRefresh],
  },
  {
    title: "a visit in a window of its own",
    ours: { call: () => ["loginWithPopup"] },
    theirs: { call: () => ["loginWithPopup"] },
    inPopup: signInAtTenant,
    exceptions: [
      telemetryParameter,
      telemetryHeader,
      noPreflight,
      everyTokenVerified,
      popupComesBack,
    ],
  },
  {
    title: "a token of somebody else's",
    ours: {
      before: async (_, stack) => ({ token: await foreignToken(stack, stack.user) }),
      call: ({ before: { token } }) => [
        "customTokenExchange",
        { subjectToken: token, subjectTokenType, audience, scope },
      ],
    },
    theirs: {
      before: async (_, stack) => ({ token: await foreignToken(stack, stack.user) }),
      call: ({ before: { token } }) => [
        "loginWithCustomTokenExchange",
        { subject_token: token, subject_token_type: subjectTokenType, audience, scope },
      ],
    },
    exceptions: [telemetryHeader, noPreflight, everyTokenVerified],
  },
  {
    title: "logout",
    ours: { call: ({ stack }) => ["logout", { returnTo: `${stack.app}/` }] },
    theirs: {
      call: ({ stack }) => ["logout", { logoutParams: { returnTo: `${stack.app}/` } }],
    },
    leavesFor: "/v2/logout",
    exceptions: [telemetryParameter],
  },
  {
    title: "logout at the identity provider too, by the tenant's own list",
    ours: {
      call: ({ stack }) => [
        "logout",
        { returnTo: `${stack.app}/`, federated: true, allowedBy: "tenant" },
      ],
    },
    theirs: {
      call: ({ stack }) => [
        "logout",
        { clientId: null, logoutParams: { returnTo: `${stack.app}/`, federated: true } },
      ],
    },
    leavesFor: "/v2/logout",
    exceptions: [telemetryParameter],
  },
];

async function loginByPopup(page: Page, stack: Stack): Promise<void> {
  const opened = page.waitForEvent("popup");
  const done = succeed(page, ["loginWithPopup"]);
  await signInAtTenant(await opened, stack);
  await done;
}

/** What `AuthenticationClient` does for those who hold their tokens themselves. */
export const authenticationOperations: readonly Operation[] = [
  {
    title: "the end of a refresh token",
    ours: {
      before: (page, { user }) =>
        succeed(page, [
          "oauth.password",
          { username: user.email, password: user.password, scope: "openid offline_access" },
        ]),
      call: ({ before: { refreshToken } }) => ["oauth.revoke", { refreshToken }],
    },
    theirs: { ...theirsOffline, call: () => ["revokeRefreshToken"] },
    exceptions: [revocationTelemetry, revocationPreflight],
  },
];
