import type { HostedWords } from "../hosted-words.js";

export const french: HostedWords = {
  language: "fr",
  signIn: "Se connecter",
  signInTo: (client) => `Se connecter à ${client}`,
  continueTo: (client) => `pour continuer vers ${client}`,
  email: "E-mail",
  emailOrUsername: "E-mail ou nom d’utilisateur",
  password: "Mot de passe",
  forgotPassword: "Mot de passe oublié ?",
  noAccount: "Pas encore de compte ?",
  signUp: "S’inscrire",
  or: "ou",
  continueWith: (provider) => `Continuer avec ${provider}`,
  moreWays: "Autres façons de se connecter",
  invitation: (inviter, organization) =>
    inviter === organization
      ? `Vous êtes invité à rejoindre ${organization}`
      : `${inviter} vous invite à rejoindre ${organization}`,

  formTooOld: "Ce formulaire était trop ancien. Veuillez réessayer.",
  passwordMissing: "Veuillez saisir votre mot de passe.",
  wrongCredentials: "L’e-mail et le mot de passe ne correspondent pas.",
  blockedUser: "Ce compte est bloqué. Adressez-vous aux responsables de l’application.",
  passwordLeaked:
    "Ce mot de passe figure dans une fuite de données. Veuillez en choisir un nouveau.",
  tooManyAttempts:
    "Trop d’essais de suite. Ce compte est bloqué ; nous vous avons envoyé un lien pour le débloquer.",
  suspiciousAddress: "Trop d’essais manqués depuis votre réseau. Veuillez réessayer plus tard.",

  chooseOrganization: "Choisissez une organisation",
  otherOrganization: "Veuillez choisir une de ces organisations.",

  allowAccess: (client) => `Autoriser ${client} ?`,
  accessTo: (account) => `pour le compte ${account}`,
  mayUse: "Cela concerne :",
  scopes: {
    openid: "qui vous êtes",
    profile: "votre nom et votre photo",
    email: "votre adresse e-mail",
    phone: "votre numéro de téléphone",
    address: "votre adresse postale",
    offline_access: "l’accès en votre absence",
  },
  allow: "Autoriser",
  decline: "Refuser",
};
