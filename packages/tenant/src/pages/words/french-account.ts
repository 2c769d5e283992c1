import type { AccountWords } from "../account-words.js";

export const frenchAccount: AccountWords = {
  signUpFor: (client) => `S’inscrire à ${client}`,
  createAccount: "Créer votre compte",
  username: "Nom d’utilisateur",
  haveAccount: "Déjà un compte ?",
  signupClosed: "Les inscriptions sont fermées ici.",
  invalidEmail: "Cela ne ressemble pas à une adresse e-mail.",
  usernameMissing: "Veuillez choisir un nom d’utilisateur.",
  usernameRules: {
    length: "Un nom d’utilisateur a 15 caractères au plus.",
    characters:
      "Un nom d’utilisateur ne contient que des lettres, des chiffres et _ + - . ! # $ ^ ` ~ @ '.",
    address: "Un nom d’utilisateur ne peut pas être une adresse e-mail.",
  },
  notCreated: "Nous n’avons pas pu créer ce compte. Essayez plutôt de vous connecter.",

  forgotTitle: "Mot de passe oublié ?",
  forgotLead: "Nous vous enverrons un lien pour en choisir un nouveau.",
  sendLink: "Envoyer le lien",
  backToSignIn: "Retour à la connexion",
  loginMissing: "Veuillez indiquer votre adresse e-mail.",
  tooManyRequests: "Trop d’essais. Veuillez patienter une minute.",
  mailSent: {
    title: "Consultez vos e-mails",
    text: (login) =>
      `Si ${login} a un compte ici, un lien pour choisir un nouveau mot de passe est en route.`,
  },

  newPasswordTitle: "Choisir un nouveau mot de passe",
  forAccount: (email) => `pour ${email}`,
  newPassword: "Nouveau mot de passe",
  repeatPassword: "Répéter le nouveau mot de passe",
  changePassword: "Changer le mot de passe",
  notTheSame: "Les deux mots de passe ne sont pas identiques.",
  passwordChanged: {
    title: "Votre mot de passe est changé",
    text: "Vous êtes déconnecté partout. Connectez-vous désormais avec le nouveau mot de passe.",
  },
  backTo: (client) => `Retour à ${client}`,

  leaked:
    "Ce mot de passe est connu d’une fuite de données ailleurs. Veuillez en choisir un autre.",
  refusals: {
    PasswordStrengthError: "Ce mot de passe est trop faible. Voyez ci-dessous ce qu’il lui faut.",
    PasswordDictionaryError:
      "Ce mot de passe est un des premiers que l’on devinerait. Veuillez en choisir un autre.",
    PasswordNoUserInfoError:
      "Ce mot de passe contient votre nom ou votre adresse e-mail. Veuillez en choisir un autre.",
    PasswordHistoryError: "Vous avez déjà utilisé ce mot de passe. Veuillez en choisir un nouveau.",
  },
  rules: {
    any: "N’importe quel mot de passe convient",
    length: (count) => `Au moins ${count} caractères`,
    all: (kinds) => `Tous ces éléments : ${kinds}`,
    some: (count, kinds) => `Au moins ${count} de ces éléments : ${kinds}`,
    inARow: (count) => `Aucun caractère plus de ${count} fois de suite`,
    common: "Aucun des mots de passe les plus courants",
    personal: "Rien de votre nom ou de votre adresse e-mail",
    former: (count) =>
      count === 1
        ? "Pas le mot de passe précédent"
        : `Aucun de vos ${count} derniers mots de passe`,
  },
  kinds: {
    lowerCase: "minuscules",
    upperCase: "majuscules",
    numbers: "chiffres",
    specialCharacters: "symboles",
  },

  linkExpired: {
    title: "Ce lien est trop ancien",
    text: "Les liens des e-mails ne sont valables qu’un certain temps.",
  },
  linkUsed: {
    title: "Ce lien ne fonctionne plus",
    text: "Il a déjà servi, ou un plus récent a été envoyé.",
  },
  askForNewLink: "Demandez-en un nouveau là où vous vous connectez.",
  allIsWellIfVerified: "Si votre adresse est vérifiée entre-temps, tout va bien.",
  changeInstead: "Si vous ne pouvez pas vous connecter, changez votre mot de passe.",

  emailVerified: {
    title: "Votre adresse e-mail est vérifiée",
    text: "Merci. Vous pouvez fermer cette page et revenir à l’application.",
  },
  emailChanged: {
    title: "Ce lien concerne une autre adresse",
    text: "Le compte a une nouvelle adresse e-mail depuis l’envoi de ce message.",
  },
  emailUnverified: {
    title: "Cette adresse reste non vérifiée",
    text: "Sur ce tenant, les adresses qui commencent par « unverified+ » ne peuvent pas être vérifiées.",
  },
  unblocked: {
    title: "Votre compte est débloqué",
    text: "Vous pouvez de nouveau vous connecter. Si ces essais n’étaient pas les vôtres, changez votre mot de passe.",
  },
};
