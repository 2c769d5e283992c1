import type { Page } from "@playwright/test";
import type { Stack } from "../../stack/start-stack.js";
import { succeed, type Doing, type Operation } from "../operation.js";
import {
  bodylessGet,
  formEncoding,
  keysRemembered,
  noPreflight,
  telemetryHeader,
  telemetryParameter,
} from "./exceptions.js";
import { credentials } from "./sign-in.js";

const audience = "https://api.portico.example";
const scope = "openid read:projects";

/** Somebody is signed in at the page and at the tenant. */
const ours = { before: (page: Page, { user }: Stack) => succeed(page, ["login", user]) };
const theirs = {
  before: (page: Page, stack: Stack) =>
    succeed(page, ["popup.loginWithCredentials", credentials(stack)]),
};

/** Somebody has a refresh token. */
const offline = "openid profile email offline_access";
const oursOffline: Pick<Doing, "before" | "options"> = {
  options: { scope: offline },
  before: (page, { user }) => succeed(page, ["login", { ...user, via: "password-realm" }]),
};
const theirsOffline: Pick<Doing, "before" | "options"> = {
  options: { scope: offline },
  before: (page, stack) => succeed(page, ["client.login", credentials(stack)]),
};

export const sessionOperations: readonly Operation[] = [
  {
    title: "the tenant's session, as configured",
    ours: { ...ours, call: () => ["checkSession"] },
    theirs: { ...theirs, call: () => ["checkSession", {}] },
    exceptions: [telemetryParameter, keysRemembered],
  },
  {
    title: "the tenant's session, for an API",
    ours: { ...ours, call: () => ["checkSession", { audience, scope }] },
    theirs: { ...theirs, call: () => ["checkSession", { audience, scope }] },
    exceptions: [telemetryParameter, keysRemembered],
  },
  {
    title: "the tenant's session, with parameters of one's own",
    ours: {
      ...ours,
      call: () => ["checkSession", { maxAge: 3600, extra: { display: "page" } }],
    },
    theirs: {
      ...theirs,
      call: () => ["checkSession", { max_age: 3600, display: "page" }],
    },
    exceptions: [telemetryParameter, keysRemembered],
  },
  {
    title: "an access token for another API",
    ours: { ...ours, call: () => ["getAccessToken", { audience, scope }] },
    theirs: { ...theirs, call: () => ["checkSession", { audience, scope }] },
    exceptions: [telemetryParameter, keysRemembered],
  },
  {
    title: "an access token for a refresh token",
    ours: { ...oursOffline, call: () => ["getAccessToken", { minValidity: 1e7 }] },
    theirs: {
      ...theirsOffline,
      call: ({ before: { refreshToken } }) => [
        "client.oauthToken",
        { grantType: "refresh_token", refreshToken },
      ],
    },
    exceptions: [telemetryHeader, formEncoding, noPreflight],
  },
  {
    title: "the user as the tenant knows them",
    ours: { ...ours, call: () => ["userInfo"] },
    theirs: {
      ...theirs,
      call: ({ before: { accessToken } }) => ["client.userInfo", accessToken],
    },
    exceptions: [telemetryHeader, bodylessGet],
  },
];
