import type { Page } from "@playwright/test";
import { newEmail } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { succeed, type Operation } from "../operation.js";
import {
  codeHasNoWayBack,
  everyTokenVerified,
  formEncoding,
  noPreflight,
  telemetryHeader,
  telemetryParameter,
} from "./exceptions.js";

const phoneNumber = "+15550100";
const otpGrant = "http://auth0.com/oauth/grant-type/passwordless/otp";

/** Somebody has been sent a code. */
const ours = { before: askOurs };
const theirs = { before: askTheirs };

export const passwordlessOperations: readonly Operation[] = [
  {
    title: "a code by mail",
    ours: { call: () => ["passwordless.start", { email: newEmail(), language: "de-AT" }] },
    theirs: {
      call: () => [
        "passwordlessStart",
        { connection: "email", send: "code", email: newEmail(), xRequestLanguage: "de-AT" },
      ],
    },
    exceptions: [telemetryHeader, codeHasNoWayBack],
  },
  {
    title: "a link by mail",
    ours: { call: () => ["passwordless.start", { email: newEmail(), send: "link" }] },
    theirs: {
      call: () => ["passwordlessStart", { connection: "email", send: "link", email: newEmail() }],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a code by text message",
    ours: { call: () => ["passwordless.start", { phoneNumber }] },
    theirs: {
      call: () => ["passwordlessStart", { connection: "sms", send: "code", phoneNumber }],
    },
    exceptions: [telemetryHeader, codeHasNoWayBack],
  },
  {
    title: "login with a code by redirect",
    ours: {
      ...ours,
      call: ({ before: { challenge, otp } }) => [
        "passwordless.verify",
        challenge,
        { otp, via: "redirect" },
      ],
    },
    theirs: {
      ...theirs,
      call: ({ before: { email, otp } }) => [
        "passwordlessLogin",
        { connection: "email", email, verificationCode: otp },
      ],
    },
    leavesFor: "/authorize",
    exceptions: [telemetryHeader, telemetryParameter],
  },
  {
    title: "login with a code at the token endpoint",
    ours: {
      ...ours,
      call: ({ before: { challenge, otp } }) => [
        "passwordless.verify",
        challenge,
        { otp, via: "otp-grant" },
      ],
    },
    theirs: {
      ...theirs,
      call: ({ before: { email, otp } }) => [
        "client.oauthToken",
        { grantType: otpGrant, realm: "email", username: email, otp },
      ],
    },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
];

async function askOurs(page: Page, stack: Stack) {
  const email = newEmail();
  const started = await succeed(page, ["passwordless.start", { email }]);
  const { challenge } = started as { challenge: object };
  return { challenge, otp: await codeFor(stack, email) };
}

async function askTheirs(page: Page, stack: Stack) {
  const email = newEmail();
  await succeed(page, ["passwordlessStart", { connection: "email", send: "code", email }]);
  return { email, otp: await codeFor(stack, email) };
}

async function codeFor({ tenant }: Stack, to: string): Promise<string | undefined> {
  return (await tenant.inbox.wait({ to })).code;
}
