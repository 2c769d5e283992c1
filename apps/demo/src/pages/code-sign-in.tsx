import { Passwordless } from "@portico/components";
import type { ReactNode } from "react";
import { navigate, useAddress } from "../routing/address.js";
import { returnToOf } from "../routing/return-to.js";
import { Entrance } from "../session/entrance.js";
import { InboxHint } from "../session/inbox-hint.js";
import { useWords } from "../words/use-words.js";

/** A code by e-mail or text message in place of a password. */
export default function CodeSignIn(): ReactNode {
  const address = useAddress();
  const title = useWords({ en: "Sign in with a code", ar: "تسجيل الدخول برمز" });
  return (
    <Entrance title={title}>
      <Passwordless
        channel="either"
        appState={{ returnTo: returnToOf(address) }}
        onPassword={() => navigate(`/sign-in${address.search}`)}
      />
      <InboxHint />
    </Entrance>
  );
}
