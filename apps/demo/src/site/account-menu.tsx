import { UserMenu } from "@portico/components";
import type { ReactNode } from "react";
import { follow } from "../routing/link.js";
import { localTenant } from "../settings.js";
import { useWords } from "../words/use-words.js";

/** Portico's user menu with the pages of this app. Pictures of providers are left out: the policy allows no other site. */
export default function AccountMenu(): ReactNode {
  const words = useWords(menuWords);
  const pages = [
    { label: words.account, href: "/account" },
    { label: words.billing, href: "/account/billing" },
    { label: words.doctor, href: "/doctor" },
  ].map((page) => ({
    ...page,
    onSelect: (event: Parameters<typeof follow>[0]) => follow(event, page.href),
  }));
  const inbox = { label: words.inbox, href: `${localTenant}/_tenant/inbox` };
  return (
    <UserMenu
      items={localTenant ? [...pages, inbox] : pages}
      logoutParams={{ returnTo: window.location.origin }}
      picture={false}
    />
  );
}

const menuWords = {
  en: { account: "Your account", billing: "Billing", doctor: "Is sign-in set up?", inbox: "Inbox" },
  ar: {
    account: "حسابك",
    billing: "الفوترة",
    doctor: "هل تسجيل الدخول مُعدّ؟",
    inbox: "البريد الوارد",
  },
};
