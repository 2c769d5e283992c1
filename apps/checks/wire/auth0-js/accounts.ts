import { realm } from "../../e2e/auth0-js-page.js";
import { newEmail } from "../../e2e/fixtures.js";
import type { Operation } from "../operation.js";
import { organizationOfReset, telemetryHeader } from "./exceptions.js";

/** What both take under one name. */
const password = "Long-enough-42";
const person = {
  username: "ada",
  name: "Ada Lovelace",
  nickname: "ada",
  picture: "https://example.com/ada.png",
  password,
};
// Its keys are the app's own and stay as they are.
const metadata = { odd_Key: "1", plan: "pro" };

export const accountOperations: readonly Operation[] = [
  {
    title: "sign-up",
    ours: { call: () => ["signup", { email: newEmail(), password, signIn: false }] },
    theirs: { call: () => ["signup", { email: newEmail(), password, connection: realm }] },
    exceptions: [telemetryHeader],
  },
  {
    title: "sign-up with every field",
    ours: {
      call: () => [
        "signup",
        {
          ...person,
          email: newEmail(),
          givenName: "Ada",
          familyName: "Lovelace",
          phoneNumber: "+15550100",
          userMetadata: metadata,
          organization: "analytical-society",
          captcha: "ABCDE",
          captchaState: "state-of-ones-own",
          connection: realm,
          signIn: false,
        },
      ],
    },
    theirs: {
      call: () => [
        "signup",
        {
          ...person,
          email: newEmail(),
          given_name: "Ada",
          family_name: "Lovelace",
          phone_number: "+15550100",
          user_metadata: metadata,
          organization: "analytical-society",
          captcha: "ABCDE",
          state: "state-of-ones-own",
          connection: realm,
        },
      ],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a new password",
    ours: { call: () => ["resetPassword", { email: newEmail() }] },
    theirs: { call: () => ["changePassword", { email: newEmail(), connection: realm }] },
    exceptions: [telemetryHeader],
  },
  {
    title: "a new password, behind a captcha and for an organization",
    ours: {
      call: () => [
        "resetPassword",
        {
          email: newEmail(),
          captcha: "ABCDE",
          captchaState: "state-of-ones-own",
          organization: "analytical-society",
        },
      ],
    },
    theirs: {
      options: { state: "state-of-ones-own" },
      call: () => [
        "changePassword",
        {
          email: newEmail(),
          connection: realm,
          captcha: "ABCDE",
          organization: "analytical-society",
        },
      ],
    },
    exceptions: [telemetryHeader, organizationOfReset],
  },
];
