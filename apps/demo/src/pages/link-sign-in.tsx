import { Passwordless } from "@portico/components";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { InboxHint } from "../session/inbox-hint.js";
import { useWords } from "../words/use-words.js";

/** A link by e-mail in place of a password; whoever opens it is led to where the reader wanted. */
export default function LinkSignIn(): ReactNode {
  const address = useAddress();
  const title = useWords({ en: "Sign in with a link", ar: "تسجيل الدخول برابط" });
  return (
    <Entrance title={title}>
      <Passwordless
        send="link"
        appState={{ returnTo: returnToOf(address) }}
        onPassword={() => navigate(`/sign-in${address.search}`)}
      />
      <InboxHint />
    </Entrance>
  );
}
