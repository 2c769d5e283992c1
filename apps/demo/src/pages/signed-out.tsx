import type { ReactNode } from "react";
import { Link } from "../routing/link.js";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";

/** What is left of a page after signing out on it, and the way back. */
export function SignedOut({ signIn }: { readonly signIn: string }): ReactNode {
  const words = useWords(signedOutWords);
  return (
    <div className="narrow">
      <PageTitle takesFocus>{words.title}</PageTitle>
      <p>
        <Link href={signIn}>{words.again}</Link>
      </p>
    </div>
  );
}

const signedOutWords = {
  en: { title: "You’re signed out", again: "Sign in again" },
  ar: { title: "تم تسجيل الخروج", again: "تسجيل الدخول مرة أخرى" },
};
