import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import "../styles/setup.css";

/** How to tell Atrium which application at which tenant it is. */
export default function Setup(): ReactNode {
  const words = useWords(setupWords);
  const { origin } = window.location;
  return (
    <main className="setup">
      <h1>{words.title}</h1>
      <p>{words.quick(<code>npm start</code>)}</p>
      <p>{words.own(<code>apps/demo/.env.local</code>)}</p>
      <dl>
        <dt>
          <code>VITE_AUTH0_DOMAIN</code>
        </dt>
        <dd>{words.domain(<code>example.eu.auth0.com</code>)}</dd>
        <dt>
          <code>VITE_AUTH0_CLIENT_ID</code>
        </dt>
        <dd>{words.clientId}</dd>
      </dl>
      <p>{words.allow(<code>{origin}/</code>, <code>{origin}</code>)}</p>
    </main>
  );
}

const setupWords = {
  en: {
    title: "Atrium needs a tenant to sign in at",
    quick: (command: ReactNode) => (
      <>
        The quickest way is {command} in the repository’s folder: it starts a local tenant and sets
        both variables.
      </>
    ),
    own: (file: ReactNode) => <>To use your own tenant, put them into {file} and start again:</>,
    domain: (example: ReactNode) => <>The tenant’s domain, such as {example}</>,
    clientId: "The client ID of a single-page application there",
    allow: (callback: ReactNode, origin: ReactNode) => (
      <>
        Allow {callback} as a callback URL, and {origin} as a logout URL, web origin and CORS
        origin.
      </>
    ),
  },
  ar: {
    title: "يحتاج Atrium إلى مستأجر لتسجيل الدخول لديه",
    quick: (command: ReactNode) => (
      <>أسرع طريقة هي {command} في مجلد المستودع: يشغّل مستأجرًا محليًا ويضبط المتغيرين.</>
    ),
    own: (file: ReactNode) => (
      <>لاستخدام مستأجر خاص، يُرجى كتابة المتغيرين في {file} ثم إعادة التشغيل:</>
    ),
    domain: (example: ReactNode) => <>نطاق المستأجر، مثل {example}</>,
    clientId: "معرّف العميل لتطبيق من صفحة واحدة لدى المستأجر",
    allow: (callback: ReactNode, origin: ReactNode) => (
      <>
        يُرجى السماح بالعنوان {callback} للعودة بعد الدخول، وبالعنوان {origin} للعودة بعد الخروج وأصلًا
        للويب وCORS.
      </>
    ),
  },
};
