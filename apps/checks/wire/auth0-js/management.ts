import type { Page } from "@playwright/test";
import { decodeJwt } from "jose";
import { newEmail } from "../../e2e/fixtures.js";
import type { Stack } from "../../stack/start-stack.js";
import { foreignToken } from "../foreign-token.js";
import { succeed, type Operation } from "../operation.js";
import {
  bodylessGet,
  everyTokenVerified,
  formEncoding,
  noPreflight,
  telemetryHeader,
} from "./exceptions.js";
import { credentials } from "./sign-in.js";

const subjectTokenType = "urn:ietf:params:oauth:token-type:id_token";
const scopes =
  "openid read:current_user update:current_user_metadata create:current_user_metadata update:current_user_identities";

/** Somebody is signed in; what the calls need besides is at hand. */
const ours = { before: signInOurs };
const theirs = { before: signInTheirs };

export const managementOperations: readonly Operation[] = [
  {
    title: "the profile",
    ours: { ...ours, call: ({ before: { sub } }) => ["management.getUser", sub] },
    theirs: { ...theirs, call: ({ before: { token, sub } }) => ["management.getUser", token, sub] },
    exceptions: [telemetryHeader, bodylessGet],
  },
  {
    title: "metadata",
    ours: {
      ...ours,
      call: ({ before: { sub } }) => ["management.updateUserMetadata", sub, { odd_Key: "1" }],
    },
    theirs: {
      ...theirs,
      call: ({ before: { token, sub } }) => [
        "management.patchUserMetadata",
        token,
        sub,
        { odd_Key: "1" },
      ],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a second account",
    ours: {
      ...ours,
      call: ({ before: { sub, idToken } }) => ["management.linkIdentity", sub, { idToken }],
    },
    theirs: {
      ...theirs,
      call: ({ before: { token, sub, idToken } }) => ["management.linkUser", token, sub, idToken],
    },
    exceptions: [telemetryHeader],
  },
  {
    title: "a token of somebody else's",
    ours: {
      before: async (_, stack) => ({ subjectToken: await foreignToken(stack, stack.user) }),
      call: ({ before: { subjectToken } }) => [
        "customTokenExchange",
        { subjectToken, subjectTokenType },
      ],
    },
    theirs: {
      before: async (_, stack) => ({ subjectToken: await foreignToken(stack, stack.user) }),
      call: ({ before: { subjectToken } }) => [
        "client.customTokenExchange",
        { subjectToken, subjectTokenType },
      ],
    },
    exceptions: [telemetryHeader, formEncoding, noPreflight, everyTokenVerified],
  },
];

/** A user of their own, because linking changes them, and another one to link. */
async function makeUsers(stack: Stack) {
  const password = "Long-enough-42";
  const [first, second] = [newEmail(), newEmail()].map((email) => ({ email, password }));
  if (!first || !second) throw new Error("There are no users.");
  await stack.tenant.seed({ clients: [], users: [first, second] });
  const { sub } = decodeJwt(await foreignToken(stack, first));
  return { user: first, sub, idToken: await foreignToken(stack, second) };
}

async function signInOurs(page: Page, stack: Stack) {
  const { user, sub, idToken } = await makeUsers(stack);
  await succeed(page, ["login", user]);
  // Afterwards the access tokens are there.
  await succeed(page, ["management.getUser", sub]);
  await succeed(page, ["management.updateUserMetadata", sub, { first: "1" }]);
  const audience = `${stack.tenant.url}/api/v2/`;
  await succeed(page, [
    "getAccessToken",
    { audience, scope: "openid update:current_user_identities" },
  ]);
  return { sub, idToken };
}

async function signInTheirs(page: Page, stack: Stack) {
  const { user, sub, idToken } = await makeUsers(stack);
  await succeed(page, ["popup.loginWithCredentials", credentials({ user })]);
  const audience = `${stack.tenant.url}/api/v2/`;
  const tokens = await succeed(page, ["checkSession", { audience, scope: scopes }]);
  return { sub, idToken, token: (tokens as { accessToken: string }).accessToken };
}
