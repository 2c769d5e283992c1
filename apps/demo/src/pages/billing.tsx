import type { Session } from "@portico/react";
import { useState, type ReactNode } from "react";
import { Moment } from "../account/moment.js";
import { ConfirmIdentity } from "../billing/confirm-identity.js";
import { Invoices } from "../billing/invoices.js";
import { useFreshProof } from "../session/fresh-proof.js";
import { PageTitle } from "../site/page-title.js";
import { useWords } from "../words/use-words.js";
import "../styles/account.css";
import "../styles/billing.css";

/** A sensitive page: it opens for a fresh proof, and asks for one otherwise. */
export default function Billing({ session }: { readonly session: Session }): ReactNode {
  const { isFresh, at, note, forget } = useFreshProof(session);
  const [hasActed, setActed] = useState(false);
  const words = useWords(billingWords);
  const act = (change: () => void) => () => {
    setActed(true);
    change();
  };
  return (
    <div className="account">
      <PageTitle>{words.title}</PageTitle>
      {isFresh ? (
        <>
          <p className="lead" tabIndex={-1} ref={hasActed ? takeFocus : undefined}>
            {words.confirmed} <Moment at={at} />{" "}
            <button type="button" className="text" onClick={act(forget)}>
              {words.lock}
            </button>
          </p>
          <Invoices />
        </>
      ) : (
        <ConfirmIdentity user={session.user} takesFocus={hasActed} onProven={act(note)} />
      )}
    </div>
  );
}

/** The same function each time, so that a line takes the focus when it comes and not whenever it renders. */
function takeFocus(line: HTMLElement | null): void {
  line?.focus();
}

const billingWords = {
  en: { title: "Billing", confirmed: "You confirmed who you are", lock: "Lock this page" },
  ar: { title: "الفوترة", confirmed: "أكّدت هويتك", lock: "قفل هذه الصفحة" },
};
