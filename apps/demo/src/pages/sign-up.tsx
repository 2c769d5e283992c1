import { Signup } from "@portico/components";
import { useSession } from "@portico/react";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { Redirect } from "../routing/redirect.js";
import { returnToOf } from "../routing/return-to.js";
import { rememberedEmail, rememberEmail } from "../session/typed-email.js";
import { PageTitle } from "../site/page-title.js";

/** Portico's sign-up. */
export default function SignUp(): ReactNode {
  const address = useAddress();
  const { status } = useSession();
  const returnTo = returnToOf(address);
  if (status === "authenticated") return <Redirect to={returnTo} />;
  return (
    <div className="entrance">
      <PageTitle className="unseen">Create your account</PageTitle>
      <Signup
        signIn
        passwordPolicy="good"
        defaultValues={{ email: rememberedEmail() }}
        appState={{ returnTo }}
        onLogin={(email) => {
          rememberEmail(email);
          navigate(`/sign-in${address.search}`);
        }}
      />
    </div>
  );
}
