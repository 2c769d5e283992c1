/* oxlint-disable vitest/valid-title, vitest/expect-expect -- the compiler is what judges here */
import type {
  Accepted,
  Authenticated,
  Factor,
  FlowResult,
  FlowState,
  LastSignIn,
  LoginOutcome,
  MfaAuthenticated,
  MfaChallenge,
  MfaEnrollment,
  PasswordlessChallenge,
  Redirecting,
  useCheckSession,
  useCountdown,
  useLastSignIn,
  useLogin,
  useLoginWithConnection,
  useMfa,
  usePasswordless,
  useReauthenticate,
  useResetPassword,
} from "@portico/react";
import { describe, expectTypeOf, test } from "vitest";

// The compiler is what judges here: nothing below is ever called, and a mistake that compiles fails the build.
declare const challenge: MfaChallenge;
declare const message: PasswordlessChallenge;
declare const passwordless: ReturnType<typeof usePasswordless>;
declare const mfa: ReturnType<typeof useMfa>;
declare const login: ReturnType<typeof useLogin>;
declare const hosted: ReturnType<typeof useLoginWithConnection>;
declare const reauthentication: ReturnType<typeof useReauthenticate>;
declare const session: ReturnType<typeof useCheckSession>;

const compiles = (title: string, _check: () => unknown) => test(title, () => {});

describe("a flow of one step", () => {
  compiles("has an outcome or an error where its state says so, and nowhere else", () => {
    const { state } = login;
    // @ts-expect-error not narrowed
    void state.outcome;
    // @ts-expect-error not narrowed
    void state.error;
    if (state.status === "succeeded") expectTypeOf(state.outcome).toEqualTypeOf<LoginOutcome>();
    if (state.status === "failed") expectTypeOf(state.error.code).not.toBeAny();
    expectTypeOf(state.status).toEqualTypeOf<"idle" | "pending" | "failed" | "succeeded">();
  });

  compiles("resolves how it ended and takes what the client takes", () => [
    expectTypeOf(login.login).returns.resolves.toEqualTypeOf<FlowResult<LoginOutcome>>(),
    // @ts-expect-error no password
    login.login({ email: "a@b.example" }),
    // @ts-expect-error a snapshot
    (login.state = { status: "idle" }),
    expectTypeOf<ReturnType<typeof useResetPassword>["state"]>().toEqualTypeOf<
      FlowState<Accepted>
    >(),
  ]);

  compiles("leaves for the tenant's pages or opens a window for them", () => [
    expectTypeOf(hosted.state).toEqualTypeOf<FlowState<Redirecting | Authenticated>>(),
    hosted.loginWithConnection({ connection: "github", appState: { returnTo: "/" } }),
    hosted.loginWithPopup({ connection: "github", popup: { width: 500 } }),
    // @ts-expect-error a popup has no way back to keep an appState for
    hosted.loginWithPopup({ appState: { returnTo: "/" } }),
    reauthentication.reauthenticate({ via: "popup", maxAge: 300 }),
    // @ts-expect-error a popup takes no password
    reauthentication.reauthenticate({ via: "popup", password: "p" }),
  ]);

  compiles("looks for the session as often as it is told, in seconds", () => {
    expectTypeOf(session.state).toEqualTypeOf<FlowState<Authenticated>>();
    type Options = Parameters<typeof useCheckSession>[0];
    void ({ pollInterval: 900, onMount: true, enabled: false } satisfies Options);
    // @ts-expect-error seconds are a number
    void ({ pollInterval: "15m" } satisfies Options);
  });
});

describe("passwordless", () => {
  compiles("cannot be verified or sent again before it was started", () => [
    // @ts-expect-error maybe not started
    passwordless.verify({ otp: "123456" }),
    // @ts-expect-error maybe not started
    passwordless.resend(),
    // @ts-expect-error maybe not started
    passwordless.challenge,
    // @ts-expect-error maybe done
    passwordless.state,
    passwordless.restart(),
  ]);

  compiles("has at each step what is legal there", () => {
    if (passwordless.step === "start") {
      void passwordless.start({ email: "a@b.example", send: "link" });
      // @ts-expect-error nothing was sent
      void passwordless.verify({ otp: "123456" });
    } else if (passwordless.step === "verify") {
      expectTypeOf(passwordless.challenge).toEqualTypeOf(message);
      void passwordless.verify({ otp: "123456" });
      // @ts-expect-error it was started
      void passwordless.start({ email: "a@b.example" });
      // @ts-expect-error the hook knows which message it is about
      void passwordless.verify(message, { otp: "123456" });
    } else {
      expectTypeOf(passwordless.outcome).toEqualTypeOf<LoginOutcome>();
      // @ts-expect-error it is over
      void passwordless.verify({ otp: "123456" });
    }
  });
});

describe("a second factor", () => {
  compiles("cannot be answered before it was chosen", () => [
    // @ts-expect-error maybe not chosen
    mfa.verify({ otp: "123456" }),
    // @ts-expect-error maybe nothing to go back from
    mfa.back(),
    // @ts-expect-error maybe not over
    mfa.outcome,
  ]);

  compiles("has at each step what is legal there", () => {
    switch (mfa.step) {
      case "choose":
        expectTypeOf(mfa.enrollable).toEqualTypeOf<readonly Factor[]>();
        void mfa.enroll({ factor: "sms", phoneNumber: "+4930901820" });
        // @ts-expect-error maybe not listed yet
        void mfa.authenticators.length;
        // @ts-expect-error the hook knows which sign-in it is about
        void mfa.challenge(challenge, { id: "1", factor: "otp" });
        break;
      case "verify":
        void mfa.verify({});
        void mfa.verify({ recoveryCode: "ABC" });
        void mfa.resend();
        expectTypeOf(mfa.sent.needsCode).toBeBoolean();
        // @ts-expect-error a factor that was chosen is not enrolled
        void mfa.enrollment;
        break;
      case "enroll":
        expectTypeOf(mfa.enrollment).toEqualTypeOf<MfaEnrollment>();
        void mfa.verify({ otp: "123456" });
        // @ts-expect-error what was typed is not kept to be sent again
        void mfa.resend();
        break;
      case "done":
        expectTypeOf(mfa.outcome).toEqualTypeOf<MfaAuthenticated>();
        // @ts-expect-error it is over
        void mfa.verify({ otp: "123456" });
        break;
      default:
        mfa satisfies never;
    }
  });
});

describe("what is remembered and counted", () => {
  compiles("may be nothing", () => {
    expectTypeOf<ReturnType<typeof useLastSignIn>["lastSignIn"]>().toEqualTypeOf<
      LastSignIn | undefined
    >();
    expectTypeOf<typeof useCountdown>().parameters.toEqualTypeOf<[until: number | undefined]>();
    expectTypeOf<typeof useCountdown>().returns.toEqualTypeOf<number>();
  });
});
