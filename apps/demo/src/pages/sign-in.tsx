import { Login } from "@portico/components";
import { useSession, type LoginVia } from "@portico/react";
import { useState, type ReactNode } from "react";
import { HostedSignIn } from "../session/hosted-sign-in.js";
import { useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { returnToOf } from "../routing/return-to.js";
import { sampleUser } from "../settings.js";

/** Portico's login, and the hosted page as a second way; `?via=` tries the other ways to travel. */
export function SignIn(): ReactNode {
  const address = useAddress();
  const { status } = useSession();
  const [email, setEmail] = useState("");
  const returnTo = returnToOf(address);
  if (status === "authenticated") return <Redirect to={returnTo} />;
  return (
    <div className="entrance">
      <Login key={email} defaultValues={{ email }} via={viaOf(address)} appState={{ returnTo }} />
      <HostedSignIn returnTo={returnTo} />
      {sampleUser && (
        <aside className="sample" aria-label="Sample user">
          <p>
            Try it as <b>{sampleUser.email}</b> with the password <b>{sampleUser.password}</b>
          </p>
          <button type="button" className="text" onClick={() => setEmail(sampleUser.email)}>
            Fill in
          </button>
        </aside>
      )}
    </div>
  );
}

const ways: readonly LoginVia[] = ["in-page", "redirect", "password-realm"];

function viaOf({ searchParams }: URL): LoginVia | undefined {
  return ways.find((way) => way === searchParams.get("via"));
}
