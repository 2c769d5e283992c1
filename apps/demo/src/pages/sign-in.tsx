import { Login } from "@portico/components";
import type { LoginVia, MfaChallenge } from "@portico/react";
import { lazy, useState, type ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { HostedSignIn } from "../session/hosted-sign-in.js";
import { SampleUser } from "../session/sample-user.js";
import { rememberedEmail, rememberEmail } from "../session/typed-email.js";
import { sampleUser } from "../settings.js";
import { useSiteWords } from "../words/use-words.js";

const SecondStep = lazy(() => import("../session/second-step.js"));

/** Portico's login, and the hosted page as a second way; `?via=` tries the other ways to travel. */
export function SignIn(): ReactNode {
  const address = useAddress();
  const { signIn } = useSiteWords();
  const [fills, setFills] = useState(0);
  const [challenge, setChallenge] = useState<MfaChallenge>();
  const returnTo = returnToOf(address);
  const isFilledIn = fills > 0;
  if (challenge) return <SecondStep challenge={challenge} onBack={() => setChallenge(undefined)} />;
  return (
    <Entrance title={signIn}>
      <Login
        key={fills}
        // The reader has just asked for the form; the password is what is left to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFilledIn}
        defaultValues={{ email: isFilledIn ? sampleUser?.email : rememberedEmail() }}
        via={viaOf(address)}
        appState={{ returnTo }}
        onChallenge={setChallenge}
        onSignup={(email) => leaveFor("/sign-up", email)}
        onForgotPassword={(email) => leaveFor("/reset-password", email)}
        onPasswordless={() => leaveFor("/sign-in/code")}
      />
      <HostedSignIn returnTo={returnTo} />
      {sampleUser && <SampleUser user={sampleUser} onFillIn={() => setFills(fills + 1)} />}
    </Entrance>
  );

  function leaveFor(path: string, email?: string): void {
    if (email) rememberEmail(email);
    navigate(path + address.search);
  }
}

const ways: readonly LoginVia[] = ["in-page", "redirect", "password-realm"];

function viaOf({ searchParams }: URL): LoginVia | undefined {
  return ways.find((way) => way === searchParams.get("via"));
}
