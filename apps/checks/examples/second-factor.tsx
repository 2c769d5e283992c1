import { useMfa, type MfaChallenge, type MfaVerifyStep } from "@portico/react";
import type { ReactNode } from "react";

/** Choosing a factor. `answer` draws what comes then, such as the next example. */
type Props = { challenge: MfaChallenge; answer?: (flow: MfaVerifyStep) => ReactNode };

export function SecondFactor({ challenge, answer }: Props) {
  const flow = useMfa(challenge);
  if (flow.step === "enroll") return null;
  if (flow.step === "verify") return answer?.(flow);
  if (flow.step === "done") {
    const { recoveryCode } = flow.outcome;
    return <output>Welcome. {recoveryCode && `New recovery code: ${recoveryCode}`}</output>;
  }
  const { authenticators, listing, list, state } = flow;
  return (
    <fieldset disabled={state.status === "pending"}>
      <legend>Confirm that it is you</legend>
      {listing.status === "pending" && <output>One moment…</output>}
      {listing.status === "failed" && <button onClick={() => void list()}>Try again</button>}
      {authenticators?.map((one) => (
        <button key={one.id} onClick={() => void flow.challenge(one)}>
          {names[one.factor]} {one.name}
        </button>
      ))}
      {state.status === "failed" && <p role="alert">That did not work. Please try again.</p>}
    </fieldset>
  );
}

const names = {
  otp: "Authenticator app",
  push: "Your device",
  sms: "Text message",
  voice: "Call",
  email: "E-mail",
  "recovery-code": "Recovery code",
};
