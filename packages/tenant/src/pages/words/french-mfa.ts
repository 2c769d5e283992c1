import type { MfaWords } from "../mfa-words.js";

export const frenchMfa: MfaWords = {
  code: "Code",
  recoveryCode: "Code de secours",
  proceed: "Continuer",
  newCode: "Envoyer un nouveau code",
  otherWays: "Autres moyens",
  staysHere: "Rien ne quitte cette machine :",
  openInbox: "ouvrir la boîte de réception",

  askFor: {
    totp: {
      title: "Saisissez votre code",
      lead: () =>
        "Votre application d’authentification l’affiche, et en donne un autre toutes les 30 secondes.",
    },
    sms: {
      title: "Consultez votre téléphone",
      lead: (hint) => `Nous avons envoyé un SMS avec un code au ${hint}.`,
    },
    voice: {
      title: "Répondez au téléphone",
      lead: (hint) => `Nous appelons le ${hint} pour vous donner un code.`,
    },
    email: {
      title: "Consultez vos e-mails",
      lead: (hint) => `Nous avons envoyé un code à ${hint}.`,
    },
    "recovery-code": {
      title: "Saisissez votre code de secours",
      lead: () => "Vous l’avez conservé en configurant la seconde étape. Il ne sert qu’une fois.",
    },
  },
  pushes: {
    pending: {
      title: "Approuvez cette connexion",
      lead: "La question est sur votre appareil. Cette page continue dès que vous approuvez.",
    },
    denied: {
      title: "Cette connexion a été refusée",
      lead: "Si ce n’était pas voulu, nous pouvons poser la question encore une fois.",
    },
    over: {
      title: "Pas de réponse",
      lead: "La question sur votre appareil a expiré. Nous pouvons la poser encore une fois.",
    },
  },
  askAgain: "Demander encore une fois",
  ways: {
    totp: () => "Utiliser votre application d’authentification",
    sms: (hint) => `Recevoir un code par SMS au ${hint}`,
    voice: (hint) => `Recevoir un code par appel au ${hint}`,
    email: (hint) => `Recevoir un code à ${hint}`,
    push: () => "Approuver sur votre appareil",
    "recovery-code": () => "Utiliser un code de secours",
  },

  wrongCode: "Ce code n’est pas le bon. Vérifiez-le et réessayez.",
  tooManyCodes: "Trop de codes erronés. Attendez quelques minutes, puis réessayez.",
  expiredCode: "Ce code a expiré. Demandez-en un nouveau.",
  sentAgain: "Nous vous avons envoyé un nouveau code.",

  setUpTitle: "Configurez une seconde étape",
  setUpLead: "Elle tient les autres à l’écart, même s’ils connaissent votre mot de passe.",
  offered: { totp: "Application d’authentification", sms: "SMS", email: "E-mail" },
  scanTitle: "Scannez ce code",
  scanLead:
    "Votre application d’authentification affiche ensuite six chiffres. Saisissez-les ci-dessous.",
  scanImage: "Code QR pour votre application d’authentification",
  noCamera: "Pas d’appareil photo ? Saisissez cette clé dans l’application :",
  codesBy: { sms: "Codes par SMS", email: "Codes par e-mail" },
  codesLead: "Nous vous envoyons un code à chaque connexion.",
  phoneNumber: "Numéro de téléphone",
  invalidAddress: {
    sms: "Saisissez le numéro avec son indicatif, par exemple +33\u00a06\u00a012\u00a034\u00a056\u00a078.",
    email: "Cela ne ressemble pas à une adresse e-mail.",
  },
  sendCode: "Envoyer le code",

  keepTitle: "Conservez votre code de secours",
  keepLead:
    "Il vous connecte, une fois, quand la seconde étape n’est pas possible. Nous ne l’afficherons plus.",
  kept: "Je l’ai conservé",
};
