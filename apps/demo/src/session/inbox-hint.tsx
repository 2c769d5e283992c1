import type { ReactNode } from "react";
import { localTenant } from "../settings.js";
import { useWords } from "../words/use-words.js";

/** Where mails and text messages of a tenant on this machine arrive; nothing where they are really sent. */
export function InboxHint(): ReactNode {
  const words = useWords(hintWords);
  if (!localTenant) return null;
  return (
    <p className="hint">
      {words.arrives}{" "}
      <a href={`${localTenant}/_tenant/inbox`} target="_blank" rel="noreferrer">
        {words.inbox}
      </a>
    </p>
  );
}

const hintWords = {
  en: { arrives: "Nothing leaves this machine:", inbox: "open the inbox" },
  ar: { arrives: "لا شيء يغادر هذا الجهاز:", inbox: "فتح البريد الوارد" },
};
