import { realm } from "../../e2e/auth0-js-page.js";
import type { Stack } from "../../stack/start-stack.js";
import type { Operation } from "../operation.js";
import {
  everyTokenVerified,
  formEncoding,
  noPreflight,
  telemetryHeader,
  telemetryParameter,
} from "./exceptions.js";

const audience = "https://api.portico.example";
const scope = "openid read:projects";

export const signInOperations: readonly Operation[] = [
  {
    title: "login without leaving the page",
    ours: { call: ({ stack }) => ["login", stack.user] },
    theirs: { call: ({ stack }) => ["popup.loginWithCredentials", credentials(stack)] },
    exceptions: [telemetryHeader, telemetryParameter],
  },
  {
    title: "login without leaving the page, for an API",
    ours: { call: ({ stack }) => ["login", { ...stack.user, audience, scope }] },
    theirs: {
      call: ({ stack }) => [
        "popup.loginWithCredentials",
        { ...credentials(stack), audience, scope },
      ],
    },
    exceptions: [telemetryHeader, telemetryParameter],
  },
  {
    title: "login by redirect",
    ours: {
      // As somebody types it.
      call: ({ stack: { user } }) => [
        "login",
        { ...user, email: ` ${user.email} `, via: "redirect" },
      ],
    },
    theirs: { call: ({ stack }) => ["login", credentials(stack)] },
    leavesFor: "/authorize",
    exceptions: [telemetryHeader, telemetryParameter],
  },
  {
    title: "login at the token endpoint",
    ours: { call: ({ stack }) => ["login", { ...stack.user, via: "password-realm" }] },
    theirs: { call: ({ stack }) => ["client.login", credentials(stack)] },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
  {
    title: "login at the token endpoint, for an API",
    ours: {
      call: ({ stack }) => ["login", { ...stack.user, via: "password-realm", audience, scope }],
    },
    theirs: { call: ({ stack }) => ["client.login", { ...credentials(stack), audience, scope }] },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
];

/** What auth0-js is given to sign somebody in. */
export function credentials({ user }: Pick<Stack, "user">) {
  return { username: user.email, password: user.password, realm };
}
