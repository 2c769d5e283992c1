import { expect } from "@playwright/test";
import { appCode } from "../../harness/authenticator-app.js";
import {
  chooseAccount,
  fillIn,
  newEmail,
  password,
  press,
  totpSecret,
} from "../../e2e/component-page.js";
import type { CanaryFlow } from "./canary-flow.js";
import { codeOf, pass, ready, send, typeLogin, type Room } from "./room.js";

let phones = 0;

/** A number that nobody else in the run has. */
function newPhone(): string {
  phones += 1;
  return `+1202555${String(1000 + phones)}`;
}

async function startByMail(room: Room): Promise<void> {
  room.destination = newEmail();
  await send(room.page, { "E-mail": room.destination });
}

async function startByPhone(room: Room): Promise<void> {
  room.destination = newPhone();
  await send(room.page, { "Phone number": room.destination });
}

/** Has a message sent, from whichever step the form is at. */
function sent(start: (room: Room) => Promise<void>, back: string) {
  return async (room: Room) => {
    const again = room.page.getByRole("button", { name: back });
    if (await again.isVisible()) await again.click();
    await start(room);
    await expect(room.page.getByLabel("Code", { exact: true })).toBeVisible();
  };
}

/** The last digit sends the form. */
async function typeCode(room: Room): Promise<void> {
  await fillIn(room.page, { Code: await codeOf(room) });
}

/** Logins, sign-ups and resets in the components that have a form for them. */
export const signInFlows: readonly CanaryFlow[] = [
  {
    id: "login",
    match: { path: "/co/authenticate" },
    app: "Login",
    act: typeLogin,
    focus: "password",
  },
  {
    id: "login in a panel, at the token endpoint",
    match: { path: "/oauth/token" },
    app: "AuthPanel",
    act: typeLogin,
    focus: "password",
  },
  {
    id: "login, with the keys",
    match: { path: "/.well-known/jwks.json" },
    app: "Login",
    given: async (room) => {
      await room.page.reload();
      await ready(room);
    },
    isGivenAnew: true,
    isFaultyBefore: true,
    act: typeLogin,
    isRepeated: true,
    focus: "password",
  },
  {
    id: "sign-up",
    match: { path: "/dbconnections/signup" },
    app: "Signup",
    act: async ({ page }) => {
      await send(page, { "E-mail": newEmail(), Password: password });
    },
    focus: "password",
  },
  {
    id: "password reset",
    match: { path: "/dbconnections/change_password" },
    app: "ResetPassword",
    act: async ({ page }) => {
      await send(page, { "E-mail": newEmail() });
    },
    focus: "email",
  },
  {
    id: "passwordless start by e-mail",
    match: { path: "/passwordless/start" },
    app: "Passwordless",
    act: startByMail,
    focus: "email",
  },
  {
    id: "passwordless start by text message",
    match: { path: "/passwordless/start" },
    app: "Passwordless",
    props: { channel: "phone" },
    act: startByPhone,
    focus: "phone",
  },
  {
    id: "passwordless code by e-mail",
    match: { path: "/co/authenticate" },
    app: "Passwordless",
    given: sent(startByMail, "Use another address"),
    act: typeCode,
    focus: "code",
  },
  {
    id: "passwordless code by text message",
    match: { path: "/co/authenticate" },
    app: "Passwordless",
    props: { channel: "phone" },
    given: sent(startByPhone, "Use another number"),
    act: typeCode,
    focus: "code",
  },
  {
    id: "second factor",
    match: { path: "/oauth/token" },
    app: "SecondFactor",
    config: { loginVia: "password-realm" },
    user: { mfa: { totpSecret } },
    given: async (room) => {
      // A code of an authenticator app is good once, for half a minute.
      await pass(room, 30_000);
      await room.page.reload();
      await ready(room);
      await typeLogin(room);
      await expect(room.page.getByLabel("Code", { exact: true })).toBeVisible();
    },
    act: async (room) => {
      const code = appCode(totpSecret, room.tenant.clock.now());
      room.secrets.add(code);
      await fillIn(room.page, { Code: code });
    },
    focus: "code",
  },
  {
    id: "social, on its way back",
    match: { path: "/oauth/token" },
    app: "SocialButtons",
    props: { connections: ["google-oauth2"], mode: "popup" },
    act: async ({ page, tenant }) => {
      // Whoever is signed in at the tenant is not asked again.
      tenant.endSessions();
      const opened = page.waitForEvent("popup");
      await press(page, "Continue with Google");
      await chooseAccount(await opened, "Grace Hopper");
    },
  },
];
