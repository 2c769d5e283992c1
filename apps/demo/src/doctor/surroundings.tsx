import type { ReactNode } from "react";
import { application, localTenant } from "../settings.js";
import { useWords } from "../words/use-words.js";

/** What the diagnosis was made of: this page, its application and its tenant. */
export function Surroundings(): ReactNode {
  const words = useWords(surroundingWords);
  const { origin } = window.location;
  return (
    <dl className="rows">
      <Row name={words.page} value={origin} />
      <Row name={words.callback} value={`${origin}/`} />
      {application && (
        <>
          <Row name={words.tenant} value={application.domain} />
          <Row name={words.client} value={application.clientId} />
        </>
      )}
      {localTenant && (
        <div>
          <dt>{words.inbox}</dt>
          <dd>
            <a href={`${localTenant}/_tenant/inbox`}>{words.openInbox}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Row({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code dir="ltr">{value}</code>
      </dd>
    </div>
  );
}

const surroundingWords = {
  en: {
    page: "This page",
    callback: "Callback URL",
    tenant: "Tenant",
    client: "Client ID",
    inbox: "Messages",
    openInbox: "Open the tenant’s inbox",
  },
  ar: {
    page: "هذه الصفحة",
    callback: "عنوان العودة",
    tenant: "المستأجر",
    client: "معرّف التطبيق",
    inbox: "الرسائل",
    openInbox: "فتح صندوق بريد المستأجر",
  },
};
