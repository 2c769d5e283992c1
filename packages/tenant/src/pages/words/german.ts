import type { HostedWords } from "../hosted-words.js";

export const german: HostedWords = {
  language: "de",
  signIn: "Anmelden",
  signInTo: (client) => `Bei ${client} anmelden`,
  continueTo: (client) => `weiter zu ${client}`,
  email: "E-Mail",
  emailOrUsername: "E-Mail oder Benutzername",
  password: "Passwort",
  forgotPassword: "Passwort vergessen?",
  noAccount: "Noch kein Konto?",
  signUp: "Registrieren",
  or: "oder",
  continueWith: (provider) => `Weiter mit ${provider}`,
  moreWays: "Weitere Möglichkeiten",
  invitation: (inviter, organization) =>
    inviter === organization
      ? `Sie sind zu ${organization} eingeladen`
      : `${inviter} lädt Sie zu ${organization} ein`,

  formTooOld: "Dieses Formular war zu alt. Bitte versuchen Sie es noch einmal.",
  passwordMissing: "Bitte geben Sie Ihr Passwort ein.",
  wrongCredentials: "E-Mail und Passwort passen nicht zusammen.",
  blockedUser: "Dieses Konto ist gesperrt. Wenden Sie sich an die Betreiber der Anwendung.",
  passwordLeaked:
    "Dieses Passwort ist aus einem Datenleck anderswo bekannt. Bitte wählen Sie ein neues.",
  tooManyAttempts:
    "Zu viele Versuche nacheinander. Das Konto ist gesperrt; wir haben Ihnen einen Link zum Entsperren geschickt.",
  suspiciousAddress:
    "Zu viele Fehlversuche aus Ihrem Netz. Bitte versuchen Sie es später noch einmal.",

  chooseOrganization: "Organisation wählen",
  otherOrganization: "Bitte wählen Sie eine dieser Organisationen.",

  allowAccess: (client) => `${client} Zugriff erlauben?`,
  accessTo: (account) => `auf das Konto ${account}`,
  mayUse: "Es geht um:",
  scopes: {
    openid: "wer Sie sind",
    profile: "Ihren Namen und Ihr Bild",
    email: "Ihre E-Mail-Adresse",
    phone: "Ihre Telefonnummer",
    address: "Ihre Postanschrift",
    offline_access: "Zugriff, während Sie abwesend sind",
  },
  allow: "Erlauben",
  decline: "Ablehnen",
};
