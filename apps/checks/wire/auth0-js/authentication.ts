import type { Page } from "@playwright/test";
import { realm } from "../../e2e/auth0-js-page.js";
import { newEmail } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { succeed, wirePage, type Operation } from "../operation.js";
import {
  bodylessGet,
  everyTokenVerified,
  formEncoding,
  noPreflight,
  noPreflightForCountry,
  telemetryHeader,
  telemetryParameter,
} from "./exceptions.js";
import { credentials } from "./sign-in.js";

const scope = "openid profile email";
const offline = `${scope} offline_access`;
const password = "Long-enough-42";
const address = { state: "state-of-ones-own", nonce: "nonce-of-ones-own" };
const responseTypes = [
  "code",
  "token",
  "id_token",
  "token id_token",
  "code id_token",
  "code token",
  "code token id_token",
] as const;
const linkTo = (stack: Stack) => ({
  redirect_uri: wirePage(stack),
  response_type: "token id_token",
  scope,
});

/** What `AuthenticationClient` asks, which holds no session and leaves no page. */
export const authenticationOperations: readonly Operation[] = [
  {
    title: "the address of a visit",
    ours: {
      call: ({ stack }) => [
        "buildAuthorizeUrl",
        { ...address, redirectUri: wirePage(stack), responseType: "token id_token", scope },
      ],
    },
    theirs: { call: () => ["client.buildAuthorizeUrl", address] },
    givesAddress: true,
    exceptions: [telemetryParameter],
  },
  ...responseTypes.map((responseType): Operation => ({
    title: `the address of a visit for ${responseType}`,
    ours: {
      call: ({ stack }) => [
        "buildAuthorizeUrl",
        { ...address, redirectUri: wirePage(stack), responseType, responseMode: "form_post" },
      ],
    },
    theirs: {
      options: { scope: undefined },
      call: () => [
        "client.buildAuthorizeUrl",
        { ...address, responseType, responseMode: "form_post" },
      ],
    },
    givesAddress: true,
    exceptions: [telemetryParameter],
  })),
  {
    title: "the address of a logout",
    ours: { call: ({ stack }) => ["buildLogoutUrl", { returnTo: stack.app, federated: true }] },
    theirs: {
      call: ({ stack }) => ["client.buildLogoutUrl", { returnTo: stack.app, federated: true }],
    },
    givesAddress: true,
    exceptions: [telemetryParameter],
  },
  {
    title: "the password-realm grant",
    ours: {
      call: ({ stack }) => ["oauth.passwordRealm", { ...credentials(stack), scope }],
    },
    theirs: { call: ({ stack }) => ["client.login", credentials(stack)] },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
  {
    title: "the password grant",
    ours: {
      call: ({ stack: { user } }) => [
        "oauth.password",
        { username: user.email, password: user.password, scope },
      ],
    },
    theirs: {
      call: ({ stack: { user } }) => [
        "client.loginWithDefaultDirectory",
        { username: user.email, password: user.password },
      ],
    },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
  {
    title: "the refresh token grant",
    ours: {
      before: (page, stack) =>
        succeed(page, ["oauth.passwordRealm", { ...credentials(stack), scope: offline }]),
      call: ({ before: { refreshToken } }) => [
        "oauth.refreshToken",
        { refreshToken, scope: offline },
      ],
    },
    theirs: {
      options: { scope: offline },
      before: (page, stack) => succeed(page, ["client.login", credentials(stack)]),
      call: ({ before: { refreshToken } }) => [
        "client.oauthToken",
        { grantType: "refresh_token", refreshToken },
      ],
    },
    exceptions: [telemetryHeader, formEncoding, noPreflight],
  },
  {
    title: "the user as the tenant knows them",
    ours: {
      before: (page, stack) =>
        succeed(page, ["oauth.passwordRealm", { ...credentials(stack), scope }]),
      call: ({ before: { accessToken } }) => ["users.userinfo", accessToken],
    },
    theirs: {
      before: (page: Page, stack: Stack) => succeed(page, ["client.login", credentials(stack)]),
      call: ({ before: { accessToken } }) => ["client.userInfo", accessToken],
    },
    exceptions: [telemetryHeader, bodylessGet],
  },
  {
    title: "sign-up",
    ours: {
      call: () => ["database.signup", { email: newEmail(), password, connection: realm }],
    },
    theirs: {
      call: () => [
        "client.dbConnection.signup",
        { email: newEmail(), password, connection: realm },
      ],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a new password",
    ours: {
      call: () => ["database.requestChangePasswordEmail", { email: newEmail(), connection: realm }],
    },
    theirs: {
      call: () => ["client.dbConnection.changePassword", { email: newEmail(), connection: realm }],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a link by mail, with parameters of one's own",
    ours: {
      call: ({ stack }) => [
        "passwordless.sendEmail",
        { email: newEmail(), send: "link", authParams: linkTo(stack), language: "fr" },
      ],
    },
    theirs: {
      call: ({ stack }) => [
        "client.passwordless.start",
        {
          connection: "email",
          send: "link",
          email: newEmail(),
          authParams: linkTo(stack),
          xRequestLanguage: "fr",
        },
      ],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a code by text message",
    ours: { call: () => ["passwordless.sendSms", { phoneNumber: "+15550100" }] },
    theirs: {
      options: { redirectUri: undefined, responseType: undefined, scope: undefined },
      call: () => [
        "client.passwordless.start",
        { connection: "sms", send: "code", phoneNumber: "+15550100" },
      ],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "the reader's country",
    ours: { call: () => ["userCountry"] },
    theirs: { call: () => ["client.getUserCountry"] },
    exceptions: [telemetryHeader, bodylessGet, noPreflightForCountry],
  },
];
