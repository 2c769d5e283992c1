import { useMfa, type MfaChallenge } from "@portico/react";
import type { ReactNode } from "react";

/** `drawQr` draws the QR code of an address, with a library of your choice. */
type Props = { challenge: MfaChallenge; drawQr?: (address: string) => ReactNode };

export function EnrollApp({ challenge, drawQr }: Props) {
  const flow = useMfa(challenge);
  if (flow.step === "verify") return null;
  if (flow.step === "done") return <output>Welcome.</output>;
  const { status } = flow.state;
  const alert = status === "failed" && <p role="alert">That did not work. Please try again.</p>;
  if (flow.step === "choose") {
    return (
      <section aria-label="Your account needs a second factor">
        <button onClick={() => void flow.enroll({ factor: "otp" })}>Set up an app</button>
        {alert}
      </section>
    );
  }
  const { barcodeUri = "", secret, recoveryCodes } = flow.enrollment;
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void flow.verify({ otp: String(new FormData(event.currentTarget).get("otp")) });
      }}
    >
      {drawQr?.(barcodeUri)}
      <p>Scan it, or type {secret} into your authenticator app.</p>
      <p>Keep this for the day you lose it: {recoveryCodes?.join(", ")}</p>
      <label htmlFor="otp">Code of the app</label>
      <input id="otp" name="otp" inputMode="numeric" autoComplete="one-time-code" required />
      <button disabled={status === "pending"}>Continue</button>
      {alert}
    </form>
  );
}
