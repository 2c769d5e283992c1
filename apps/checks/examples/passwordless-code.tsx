import { useCountdown, usePasswordless } from "@portico/react";

export function PasswordlessCode() {
  const flow = usePasswordless();
  const left = useCountdown(flow.step === "verify" ? flow.challenge.resendAt : undefined);
  if (flow.step === "done") return <output>Welcome.</output>;
  const states = flow.step === "verify" ? [flow.state, flow.sending] : [flow.state];
  const code = states.find((state) => state.status === "failed")?.error.code;
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (flow.step === "start") void flow.start({ email: String(form.get("email")) });
        else void flow.verify({ otp: String(form.get("otp")) });
      }}
    >
      {flow.step === "start" ? (
        <label key="start">
          E-mail <input name="email" type="email" autoComplete="email" required />
        </label>
      ) : (
        <fieldset key="verify">
          <legend>We sent a code to {flow.challenge.destination}</legend>
          <label htmlFor="otp">Code</label>
          <input id="otp" name="otp" inputMode="numeric" autoComplete="one-time-code" required />
          <button type="button" disabled={left > 0} onClick={() => void flow.resend()}>
            Send again {left > 0 && `in ${left} s`}
          </button>
          <button type="button" onClick={flow.restart}>
            Use another address
          </button>
        </fieldset>
      )}
      <button disabled={flow.state.status === "pending"}>Continue</button>
      {code && <p role="alert">{code === "invalid_otp" ? "Wrong code." : "Please try again."}</p>}
    </form>
  );
}
