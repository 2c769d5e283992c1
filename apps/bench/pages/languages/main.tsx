import { Login, MessagesProvider } from "@portico/components";
import { ar } from "@portico/components/locales/ar";
import { de } from "@portico/components/locales/de";
import { en } from "@portico/components/locales/en";
import { es } from "@portico/components/locales/es";
import { fr } from "@portico/components/locales/fr";
import { he } from "@portico/components/locales/he";
import { ja } from "@portico/components/locales/ja";
import { ptBR } from "@portico/components/locales/pt-BR";
import { zhCN } from "@portico/components/locales/zh-CN";
import "@portico/components/styles.css";
import { Auth0Provider } from "@portico/react";
import { createRoot } from "react-dom/client";
import { clientId, domain, place } from "../config.js";

/** How many languages there are is known when the page is built, so that the others are left out of it. */
declare const languageCount: number;

const languages = {
  en,
  ...(languageCount > 1 && { de }),
  ...(languageCount > 2 && { fr }),
  ...(languageCount > 3 && { es }),
  ...(languageCount > 4 && { ptBR }),
  ...(languageCount > 5 && { ja }),
  ...(languageCount > 6 && { zhCN }),
  ...(languageCount > 7 && { ar }),
  ...(languageCount > 8 && { he }),
};
const chosen = new URLSearchParams(location.search).get("language") ?? "en";

createRoot(place()).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <MessagesProvider messages={Reflect.get(languages, chosen) ?? en}>
      <Login />
    </MessagesProvider>
  </Auth0Provider>,
);
