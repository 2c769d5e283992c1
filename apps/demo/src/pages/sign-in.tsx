import { Login } from "@portico/components";
import { useSession, type LoginVia } from "@portico/react";
import { useState, type ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { returnToOf } from "../routing/return-to.js";
import { HostedSignIn } from "../session/hosted-sign-in.js";
import { SampleUser } from "../session/sample-user.js";
import { rememberedEmail, rememberEmail } from "../session/typed-email.js";
import { sampleUser } from "../settings.js";
import { PageTitle } from "../site/page-title.js";

/** Portico's login, and the hosted page as a second way; `?via=` tries the other ways to travel. */
export function SignIn(): ReactNode {
  const address = useAddress();
  const { status } = useSession();
  const [fills, setFills] = useState(0);
  const returnTo = returnToOf(address);
  const isFilledIn = fills > 0;
  if (status === "authenticated") return <Redirect to={returnTo} />;
  return (
    <div className="entrance">
      <PageTitle className="unseen">Sign in</PageTitle>
      <Login
        key={fills}
        // The reader has just asked for the form; the password is what is left to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isFilledIn}
        defaultValues={{ email: isFilledIn ? sampleUser?.email : rememberedEmail() }}
        via={viaOf(address)}
        appState={{ returnTo }}
        onSignup={(email) => {
          rememberEmail(email);
          navigate(`/sign-up${address.search}`);
        }}
      />
      <HostedSignIn returnTo={returnTo} />
      {sampleUser && <SampleUser user={sampleUser} onFillIn={() => setFills(fills + 1)} />}
    </div>
  );
}

const ways: readonly LoginVia[] = ["in-page", "redirect", "password-realm"];

function viaOf({ searchParams }: URL): LoginVia | undefined {
  return ways.find((way) => way === searchParams.get("via"));
}
