import type { HostedWords } from "./hosted-words.js";

/** What the pages of a logout say, in one language. */
export interface LogoutWords {
  readonly question: string;
  readonly asks: (application: string) => string;
  readonly anApplication: string;
  readonly signOut: string;
  readonly signedOut: string;
  readonly closePage: string;
}

const english: LogoutWords = {
  question: "Sign out?",
  asks: (application) =>
    `${application} asks to end your session. Close this page to stay signed in.`,
  anApplication: "An application",
  signOut: "Sign out",
  signedOut: "You are signed out",
  closePage: "You can close this page now.",
};

const languages: Readonly<Record<string, LogoutWords>> = {
  en: english,
  de: {
    question: "Abmelden?",
    asks: (application) =>
      `${application} möchte Ihre Sitzung beenden. Schließen Sie diese Seite, um angemeldet zu bleiben.`,
    anApplication: "Eine Anwendung",
    signOut: "Abmelden",
    signedOut: "Sie sind abgemeldet",
    closePage: "Sie können diese Seite jetzt schließen.",
  },
  fr: {
    question: "Se déconnecter ?",
    asks: (application) =>
      `${application} demande à terminer votre session. Fermez cette page pour rester connecté.`,
    anApplication: "Une application",
    signOut: "Se déconnecter",
    signedOut: "Vous êtes déconnecté",
    closePage: "Vous pouvez fermer cette page.",
  },
  es: {
    question: "¿Cerrar la sesión?",
    asks: (application) =>
      `${application} pide cerrar su sesión. Cierre esta página para seguir conectado.`,
    anApplication: "Una aplicación",
    signOut: "Cerrar la sesión",
    signedOut: "La sesión está cerrada",
    closePage: "Ya puede cerrar esta página.",
  },
};

/** The words of a language that the hosted pages speak. */
export function logoutWords({ language }: Pick<HostedWords, "language">): LogoutWords {
  return languages[language] ?? english;
}
