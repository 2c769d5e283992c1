import type { MfaWords } from "../mfa-words.js";

export const germanMfa: MfaWords = {
  code: "Code",
  recoveryCode: "Wiederherstellungscode",
  proceed: "Weiter",
  newCode: "Neuen Code senden",
  otherWays: "Andere Möglichkeiten",
  staysHere: "Nichts verlässt diesen Rechner:",
  openInbox: "Posteingang öffnen",

  askFor: {
    totp: {
      title: "Code eingeben",
      lead: () => "Ihre Authenticator-App zeigt ihn, alle 30 Sekunden einen neuen.",
    },
    sms: {
      title: "Sehen Sie auf Ihr Telefon",
      lead: (hint) => `Wir haben eine SMS mit einem Code an ${hint} gesendet.`,
    },
    voice: {
      title: "Gehen Sie ans Telefon",
      lead: (hint) => `Wir rufen ${hint} an und sagen Ihnen einen Code.`,
    },
    email: {
      title: "Sehen Sie in Ihre E-Mails",
      lead: (hint) => `Wir haben einen Code an ${hint} gesendet.`,
    },
    "recovery-code": {
      title: "Wiederherstellungscode eingeben",
      lead: () => "Sie haben ihn beim Einrichten des zweiten Schritts aufbewahrt. Er gilt einmal.",
    },
  },
  pushes: {
    pending: {
      title: "Anmeldung bestätigen",
      lead: "Wir haben auf Ihrem Gerät nachgefragt. Sobald Sie bestätigen, geht es hier weiter.",
    },
    denied: {
      title: "Diese Anmeldung wurde abgelehnt",
      lead: "Falls das ein Versehen war, fragen wir noch einmal.",
    },
    over: {
      title: "Keine Antwort",
      lead: "Die Frage auf Ihrem Gerät ist abgelaufen. Wir können noch einmal fragen.",
    },
  },
  askAgain: "Noch einmal fragen",
  ways: {
    totp: () => "Authenticator-App verwenden",
    sms: (hint) => `Code per SMS an ${hint}`,
    voice: (hint) => `Anruf mit einem Code an ${hint}`,
    email: (hint) => `Code an ${hint} senden`,
    push: () => "Auf Ihrem Gerät bestätigen",
    "recovery-code": () => "Wiederherstellungscode verwenden",
  },

  wrongCode: "Dieser Code stimmt nicht. Prüfen Sie ihn und versuchen Sie es noch einmal.",
  tooManyCodes:
    "Zu viele falsche Codes. Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.",
  expiredCode: "Dieser Code ist abgelaufen. Fordern Sie einen neuen an.",
  sentAgain: "Wir haben Ihnen einen neuen Code gesendet.",

  setUpTitle: "Zweiten Schritt einrichten",
  setUpLead: "Er hält andere fern, selbst wenn sie Ihr Passwort kennen.",
  offered: { totp: "Authenticator-App", sms: "SMS", email: "E-Mail" },
  scanTitle: "Scannen Sie diesen Code",
  scanLead: "Ihre Authenticator-App zeigt danach sechs Ziffern. Geben Sie sie unten ein.",
  scanImage: "QR-Code für Ihre Authenticator-App",
  noCamera: "Keine Kamera? Geben Sie diesen Schlüssel in die App ein:",
  codesBy: { sms: "Codes per SMS", email: "Codes per E-Mail" },
  codesLead: "Bei jeder Anmeldung senden wir Ihnen einen Code.",
  phoneNumber: "Telefonnummer",
  invalidAddress: {
    sms: "Geben Sie die Nummer mit Landesvorwahl ein, zum Beispiel +49\u00a0151\u00a012345678.",
    email: "Das sieht nicht wie eine E-Mail-Adresse aus.",
  },
  sendCode: "Code senden",

  keepTitle: "Bewahren Sie diesen Code auf",
  keepLead:
    "Mit diesem Wiederherstellungscode melden Sie sich einmal an, wenn der zweite Schritt nicht möglich ist. Wir zeigen ihn nicht noch einmal.",
  kept: "Ich habe ihn aufbewahrt",
};
