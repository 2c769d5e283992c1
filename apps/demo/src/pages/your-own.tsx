import type { MfaChallenge } from "@portico/react";
import { useState, type ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { PasswordForm } from "../your-own/password-form.js";
import { SecondFactor } from "../your-own/second-factor.js";
import { ownWords } from "../your-own/own-words.js";
import { useWords } from "../words/use-words.js";
import "../styles/your-own.css";

/** A sign-in made of hooks alone: another look, the same engine. */
export default function YourOwn(): ReactNode {
  const returnTo = returnToOf(useAddress());
  const { pageTitle, drawing, sheet } = useWords(ownWords);
  const [challenge, setChallenge] = useState<MfaChallenge>();
  return (
    <Entrance title={pageTitle} isHolding={challenge !== undefined}>
      <div className="title-block">
        {challenge ? (
          <SecondFactor
            challenge={challenge}
            onDone={() => navigate(returnTo, { replace: true })}
            onRestart={() => setChallenge(undefined)}
          />
        ) : (
          <PasswordForm onChallenge={setChallenge} returnTo={returnTo} />
        )}
        <p className="title-block-foot" aria-hidden="true">
          <span>{drawing}</span>
          <span>{sheet}</span>
        </p>
      </div>
    </Entrance>
  );
}
