import type { User } from "@portico/react";
import type { ReactNode } from "react";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";

/** The head of the account page: a letter for a picture, the name, and the address with what is known of it. */
export function WhoIsHere({ user }: { readonly user: User }): ReactNode {
  const words = useWords(whoWords);
  const { name, email, email_verified: isVerified } = user;
  const called = name ?? email ?? words.account;
  return (
    <header className="who">
      <span className="letter" aria-hidden="true">
        {String.fromCodePoint(called.codePointAt(0) ?? 0).toLocaleUpperCase()}
      </span>
      <div>
        <PageTitle>
          <bdi>{called}</bdi>
        </PageTitle>
        {email && (
          <p className="lead">
            {email !== name && <bdi>{email}</bdi>}
            <span className="mark" data-state={isVerified ? "good" : "open"}>
              {isVerified ? words.verified : words.unverified}
            </span>
          </p>
        )}
      </div>
    </header>
  );
}

const whoWords = {
  en: {
    account: "Your account",
    verified: "E-mail verified",
    unverified: "E-mail not verified yet",
  },
  ar: { account: "حسابك", verified: "البريد مؤكَّد", unverified: "لم يؤكَّد البريد بعد" },
};
