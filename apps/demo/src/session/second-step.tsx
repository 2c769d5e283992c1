import { Mfa } from "@portico/components";
import type { MfaChallenge } from "@portico/react";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { useWords } from "../words/use-words.js";
import { Entrance } from "./entrance.js";

interface SecondStepProps {
  readonly challenge: MfaChallenge;
  /** Begins the sign-in again. */
  readonly onBack: () => void;
}

/** The second step of a sign-in; it stays while a new recovery code is shown, though somebody is signed in by then. */
export default function SecondStep({ challenge, onBack }: SecondStepProps): ReactNode {
  const returnTo = returnToOf(useAddress());
  const title = useWords({ en: "Confirm that it’s you", ar: "تأكيد هويتك" });
  return (
    <Entrance title={title} isHolding>
      <Mfa
        challenge={challenge}
        appState={{ returnTo }}
        // It comes in the place of the form that the reader was in.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onBack={onBack}
        onStartOver={onBack}
        onAuthenticated={() => navigate(returnTo, { replace: true })}
      />
    </Entrance>
  );
}
