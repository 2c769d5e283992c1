/* oxlint-disable vitest/valid-title, vitest/expect-expect -- the compiler is what judges here */
import {
  isAuthError,
  type Authenticated,
  type AuthClient,
  type AuthConfig,
  type AuthError,
  type AuthErrorCode,
  type AuthErrorDetails,
  type Challenged,
  type LoginOutcome,
  type MfaChallenge,
  type PasswordlessChallenge,
  type Redirecting,
  type SessionState,
} from "@portico/core";
import { describe, expectTypeOf, test } from "vitest";

// The compiler is what judges here: nothing below is ever called, and a mistake that compiles fails the build.
declare const client: AuthClient;
declare const mfaChallenge: MfaChallenge;
declare const message: PasswordlessChallenge;

const compiles = (title: string, _check: () => unknown) => test(title, () => {});

describe("the configuration", () => {
  compiles("needs a domain and a client id", () => [
    { domain: "example.auth0.com", clientId: "spa" } satisfies AuthConfig,
    // @ts-expect-error no domain
    { clientId: "spa" } satisfies AuthConfig,
    // @ts-expect-error no client id
    { domain: "example.auth0.com" } satisfies AuthConfig,
    // @ts-expect-error the former spelling
    { domain: "example.auth0.com", clientId: "spa", clientID: "spa" } satisfies AuthConfig,
  ]);

  compiles("knows its words", () => [
    // @ts-expect-error no response type of Auth0's
    { domain: "d", clientId: "c", responseType: "code banana" } satisfies AuthConfig,
    // @ts-expect-error no way of a login
    { domain: "d", clientId: "c", loginVia: "jsonp" } satisfies AuthConfig,
    // @ts-expect-error seconds are a number
    { domain: "d", clientId: "c", leeway: "60" } satisfies AuthConfig,
  ]);
});

describe("login", () => {
  compiles("takes exactly one of e-mail address and user name", () => [
    client.login({ email: "a@b.example", password: "p" }),
    client.login({ username: "ada", password: "p" }),
    // @ts-expect-error both
    client.login({ email: "a@b.example", username: "ada", password: "p" }),
    // @ts-expect-error neither
    client.login({ password: "p" }),
    // @ts-expect-error no password
    client.login({ email: "a@b.example" }),
    // @ts-expect-error the wire's word for the connection
    client.login({ email: "a@b.example", password: "p", realm: "users" }),
  ]);

  compiles("ends in one of three ways", () => {
    expectTypeOf(client.login).returns.resolves.toEqualTypeOf<LoginOutcome>();
    expectTypeOf<LoginOutcome["kind"]>().toEqualTypeOf<
      "authenticated" | "redirecting" | "challenge"
    >();
    expectTypeOf<Extract<LoginOutcome, { kind: "challenge" }>>().toEqualTypeOf<Challenged>();
  });
});

describe("the tenant's pages", () => {
  compiles("are left for without an argument, and know their prompts", () => [
    client.loginWithConnection(),
    client.loginWithConnection({ connection: "github", prompt: "select_account" }),
    // @ts-expect-error no prompt of OpenID Connect's
    client.loginWithConnection({ prompt: "maybe" }),
    // @ts-expect-error scopes at the provider are a list
    client.loginWithConnection({ connectionScope: "repo" }),
  ]);

  compiles("a redirect resolves before the page is left; a popup resolves a session", () => {
    expectTypeOf(client.loginWithConnection).returns.resolves.toEqualTypeOf<Redirecting>();
    expectTypeOf(client.loginWithPopup).returns.resolves.toEqualTypeOf<Authenticated>();
    // @ts-expect-error a popup has no way back to keep an appState for
    void client.loginWithPopup({ appState: { returnTo: "/" } });
  });
});

describe("sign-up and reset", () => {
  compiles("need an address", () => [
    client.signup({ email: "a@b.example", password: "p", userMetadata: { plan: "free" } }),
    // @ts-expect-error no address
    client.signup({ password: "p" }),
    // @ts-expect-error metadata are texts
    client.signup({ email: "a@b.example", password: "p", userMetadata: { age: 36 } }),
    client.resetPassword({ email: "a@b.example" }),
    // @ts-expect-error nobody sets a password through here
    client.resetPassword({ email: "a@b.example", password: "p" }),
  ]);
});

describe("passwordless", () => {
  compiles("sends to exactly one place, and no link by text message", () => [
    client.passwordless.start({ email: "a@b.example", send: "link" }),
    client.passwordless.start({ phoneNumber: "+4930901820" }),
    // @ts-expect-error both
    client.passwordless.start({ email: "a@b.example", phoneNumber: "+4930901820" }),
    // @ts-expect-error neither
    client.passwordless.start({ send: "code" }),
    // @ts-expect-error a link by text message
    client.passwordless.start({ phoneNumber: "+4930901820", send: "link" }),
  ]);

  compiles("verifies only what was started, and where it was started", () => [
    client.passwordless.verify(message, { otp: "123456" }),
    // @ts-expect-error no challenge
    client.passwordless.verify({ otp: "123456" }),
    // @ts-expect-error digits are text: they may begin with a zero
    client.passwordless.verify(message, { otp: 123_456 }),
    // @ts-expect-error the connection is the challenge's
    client.passwordless.verify(message, { otp: "123456", connection: "sms" }),
    // @ts-expect-error another kind of challenge
    client.passwordless.verify(mfaChallenge, { otp: "123456" }),
  ]);
});

describe("second factors", () => {
  compiles("are enrolled with what they need", () => [
    client.mfa.enroll(mfaChallenge, { factor: "otp" }),
    client.mfa.enroll(mfaChallenge, { factor: "sms", phoneNumber: "+4930901820" }),
    // @ts-expect-error no number
    client.mfa.enroll(mfaChallenge, { factor: "sms" }),
    // @ts-expect-error recovery codes are handed out, not enrolled
    client.mfa.enroll(mfaChallenge, { factor: "recovery-code" }),
  ]);

  compiles("are answered once", () => [
    client.mfa.verify(mfaChallenge, { otp: "123456" }),
    client.mfa.verify(mfaChallenge, { recoveryCode: "ABC" }),
    client.mfa.verify(mfaChallenge, {}),
    // @ts-expect-error two answers
    client.mfa.verify(mfaChallenge, { otp: "123456", recoveryCode: "ABC" }),
  ]);
});

describe("a fresh proof", () => {
  compiles("takes a password or leaves the page, never both", () => [
    client.reauthenticate({ password: "p" }),
    client.reauthenticate({ via: "redirect", maxAge: 300 }),
    client.reauthenticate({ via: "popup" }),
    // @ts-expect-error a redirect takes no password
    client.reauthenticate({ via: "redirect", password: "p" }),
    // @ts-expect-error neither
    client.reauthenticate({ maxAge: 300 }),
    // @ts-expect-error whose password it is, is not for the caller to say
    client.reauthenticate({ password: "p", email: "eve@b.example" }),
  ]);
});

describe("tokens and the Management API", () => {
  compiles("an access token is a text, an ID token may be missing", () => {
    expectTypeOf(client.getAccessToken).returns.resolves.toBeString();
    expectTypeOf(client.getIdToken).returns.toEqualTypeOf<string | undefined>();
    // @ts-expect-error a scope is a text
    void client.getAccessToken({ scope: ["openid"] });
  });

  compiles("ids keep the provider in front", () => [
    client.management.getUser("auth0|ada"),
    // @ts-expect-error a bare id
    client.management.getUser("ada"),
    // @ts-expect-error only a proven identity is linked
    client.linkIdentity({ user: { sub: "auth0|eve" } }),
    // @ts-expect-error a token needs its subject's type
    client.customTokenExchange({ subjectToken: "t" }),
  ]);
});

describe("the session", () => {
  compiles("holds a user only where somebody is signed in", () => {
    const state = client.session.get();
    // @ts-expect-error not narrowed
    void state.session;
    if (state.status === "authenticated") expectTypeOf(state.session.user.sub).toBeString();
    expectTypeOf<SessionState["status"]>().toEqualTypeOf<
      "starting" | "anonymous" | "authenticated"
    >();
    // @ts-expect-error a snapshot
    if (state.status === "authenticated") state.session.expiresAt = 0;
  });

  compiles("has no tokens in it", () => {
    type Session = Extract<SessionState, { status: "authenticated" }>["session"];
    expectTypeOf<Extract<keyof Session, `${string}oken`>>().toEqualTypeOf<"hasRefreshToken">();
  });
});

describe("a failure", () => {
  compiles("narrows its details by its code", () => {
    const error: unknown = undefined;
    if (!isAuthError(error)) return;
    switch (error.code) {
      case "network":
        expectTypeOf(error.details.online).toBeBoolean();
        break;
      case "invalid_password":
        expectTypeOf(error.details.policy).toEqualTypeOf<
          "strength" | "dictionary" | "user_info" | "history"
        >();
        break;
      case "legacy_endpoint_disabled":
        expectTypeOf(error.details.modern).toBeString();
        break;
      case "login_required":
        // @ts-expect-error this one tells nothing
        void error.details.online;
        break;
      // @ts-expect-error no code of ours
      case "banana":
        break;
    }
  });

  compiles("of one code is asked for by that code", () => {
    const error: unknown = undefined;
    if (isAuthError(error, "timeout")) expectTypeOf(error.details.deadline).toBeNumber();
    // @ts-expect-error no code of ours
    isAuthError(error, "banana");
  });

  compiles("has one of a closed list of codes", () => {
    expectTypeOf<AuthErrorCode>().toEqualTypeOf<keyof AuthErrorDetails>();
    expectTypeOf<AuthError["code"]>().toEqualTypeOf<AuthErrorCode>();
    expectTypeOf<string>().not.toExtend<AuthErrorCode>();
  });
});
