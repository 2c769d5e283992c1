import type { MfaVerifyStep } from "@portico/react";

/** The answer to a factor: a code that is typed, or one on the user's device. */
export function FactorAnswer({ flow }: { flow: MfaVerifyStep }) {
  const { sent, state, sending, verify, resend, back } = flow;
  const isSent = sent.factor === "sms" || sent.factor === "voice" || sent.factor === "email";
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const code = String(new FormData(event.currentTarget).get("code"));
        if (!sent.needsCode) void verify({});
        else void verify(sent.factor === "recovery-code" ? { recoveryCode: code } : { otp: code });
      }}
    >
      {sent.needsCode ? (
        <label>
          Code <input name="code" autoComplete="one-time-code" required />
        </label>
      ) : (
        <p>Say yes on your device, then go on.</p>
      )}
      <button disabled={state.status === "pending"}>Continue</button>
      {isSent && (
        <button type="button" disabled={sending.status === "pending"} onClick={() => void resend()}>
          Send again
        </button>
      )}
      <button type="button" onClick={back}>
        Another way
      </button>
      {state.status === "failed" && (
        <p role="alert">
          {state.error.code === "invalid_otp" ? "That code is not right." : "That did not work."}
        </p>
      )}
    </form>
  );
}
