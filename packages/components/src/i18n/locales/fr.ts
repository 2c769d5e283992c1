import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** French, in the polite form. A mark of two parts has a space before it at which no line breaks. */
export const fr: Messages = {
  locale: "fr",
  login: {
    title: "Connectez-vous à votre compte",
    submit: "Se connecter",
    pending: "Connexion en cours",
    done: "Connexion réussie",
    otherQuestion: "Pas encore de compte\u202f?",
    other: "Créer un compte",
    forgot: "Mot de passe oublié\u202f?",
    reset: "Réinitialiser le mot de passe",
    byCode: "Se connecter plutôt avec un code",
    enterprise: "Vous vous connectez sur la page de votre organisation.",
    enterpriseSubmit: "Continuer",
  },
  signup: {
    title: "Créez votre compte",
    submit: "Créer le compte",
    pending: "Création en cours",
    done: "Connexion réussie",
    otherQuestion: "Déjà un compte\u202f?",
    other: "Se connecter",
    acceptedTitle: "Votre compte est créé",
    accepted: (email) => `Vous pouvez maintenant vous connecter avec ${email}.`,
    acceptedUnconfirmed: (email) =>
      `Confirmez d'abord votre adresse\u00a0: ouvrez le message que nous avons envoyé à ${email}. Connectez-vous ensuite.`,
    acceptedSubmit: "Se connecter maintenant",
    neutralTitle: "Consultez votre messagerie",
    neutral: (email) =>
      `Si ${email} est une nouvelle adresse ici, un message pour la confirmer est en route. Si vous avez déjà un compte, connectez-vous simplement.`,
  },
  social: {
    continueWith: (provider) => `Continuer avec ${provider}`,
    more: "Autres façons de se connecter",
    lastUsed: "Dernier utilisé",
    or: "ou",
    elsewhere: "Terminez dans la fenêtre qui vient de s'ouvrir.",
    cancel: "Annuler",
  },
  passwordless: {
    email: {
      title: "Connectez-vous avec un code",
      titleLink: "Connectez-vous avec un lien",
      text: "Nous l'enverrons à votre adresse e-mail.",
      submit: "Envoyer le code",
      submitLink: "Envoyer le lien",
      pending: "Envoi en cours",
      done: "Envoyé",
    },
    phone: {
      title: "Connectez-vous avec un code",
      text: "Nous l'enverrons par SMS sur votre téléphone.",
      submit: "Envoyer le code",
      pending: "Envoi en cours",
      done: "Envoyé",
    },
    code: {
      title: "Saisissez le code",
      text: (destination) => `Nous l'avons envoyé à ${destination}.`,
      submit: "Se connecter",
      pending: "Connexion en cours",
      done: "Connexion réussie",
    },
    link: {
      title: "Consultez votre messagerie",
      text: (destination) => `Ouvrez le lien que nous avons envoyé à ${destination}.`,
    },
    byPhone: "Le recevoir plutôt par SMS",
    byEmail: "Le recevoir plutôt par e-mail",
    byPassword: "Se connecter plutôt avec un mot de passe",
    resend: "Renvoyer",
    resending: "Envoi en cours",
    resendIn: (seconds) => `Renvoyer dans ${number("fr", seconds)}\u00a0s`,
    resent: "Un nouveau message est en route.",
    otherEmail: "Utiliser une autre adresse",
    otherPhone: "Utiliser un autre numéro",
  },
  resetPassword: {
    title: "Réinitialisez votre mot de passe",
    text: "Indiquez votre adresse e-mail\u00a0: nous vous enverrons un lien pour choisir un nouveau mot de passe.",
    submit: "Envoyer le lien",
    pending: "Envoi en cours",
    done: "Envoyé",
    sentTitle: "Consultez votre messagerie",
    sent: (email) =>
      `Si un compte existe pour ${email}, un lien pour choisir un nouveau mot de passe est en route.`,
    backToLogin: "Revenir à la connexion",
  },
  mfa: {
    choose: {
      title: "Confirmez que c'est bien vous",
      text: "Votre compte demande une deuxième étape. Choisissez comment.",
    },
    factors: {
      otp: "Application d'authentification",
      sms: "SMS",
      voice: "Appel téléphonique",
      email: "E-mail",
      push: "Notification sur votre appareil",
      "recovery-code": "Code de récupération",
    },
    loading: "Recherche de votre deuxième étape",
    retry: "Réessayer",
    verify: {
      title: "Confirmez que c'est bien vous",
      submit: "Continuer",
      pending: "Vérification en cours",
      done: "Connexion réussie",
      text: {
        otp: () => "Saisissez le code qu'affiche votre application d'authentification.",
        sms: (name) =>
          name
            ? `Saisissez le code que nous avons envoyé à ${name}.`
            : "Saisissez le code que nous vous avons envoyé.",
        voice: (name) =>
          name
            ? `Nous appelons le ${name} pour vous donner un code.`
            : "Nous vous appelons pour vous donner un code.",
        email: (name) =>
          name
            ? `Saisissez le code que nous avons envoyé à ${name}.`
            : "Saisissez le code que nous vous avons envoyé.",
        push: (name) =>
          name
            ? `Répondez à la notification que nous avons envoyée à ${name}.`
            : "Répondez à la notification que nous avons envoyée à votre appareil.",
        "recovery-code": () =>
          "Saisissez le code de récupération que vous avez conservé lors de la configuration.",
      },
      denied:
        "La demande a été refusée sur votre appareil. Si ce n'était pas vous, changez vite de mot de passe.",
    },
    waiting: "Nous attendons votre réponse",
    byRecoveryCode: "Utiliser un code de récupération",
    otherWay: "Essayer autrement",
    elsewhere:
      "Votre deuxième étape n'est pas possible ici. Vous pouvez l'effectuer sur la page de connexion.",
    expired: "Cela a pris trop de temps. Connectez-vous de nouveau.",
    startOver: "Recommencer la connexion",
    enroll: {
      title: "Configurez une deuxième étape",
      text: "Elle protège votre compte même si quelqu'un connaît votre mot de passe. Choisissez-en une.",
      otpTitle: "Configurez votre application d'authentification",
      otpText: "Scannez cette image avec l'application, puis saisissez le code qu'elle affiche.",
      qrCode: "Code QR à scanner avec l'application",
      secret: "Impossible de scanner\u202f? Saisissez cette clé dans l'application\u00a0:",
      copy: "Copier",
      copied: "Copié",
      phoneTitle: "À quel numéro vous joindre\u202f?",
      emailTitle: "À quelle adresse vous écrire\u202f?",
      pushTitle: "Configurez votre appareil",
      pushText:
        "Scannez cette image avec l'application de votre appareil, puis répondez à sa question.",
      submit: "Envoyer le code",
      pending: "Envoi en cours",
    },
    recovery: {
      title: "Conservez votre code de récupération",
      text: "Il vous permet de vous connecter sans votre appareil. Nous ne l'affichons qu'une fois, et il ne sert qu'une fois.",
      saved: "Je l'ai mis en lieu sûr",
      required: "Mettez-le d'abord en lieu sûr, puis cochez cette case.",
      submit: "Continuer",
    },
  },
  linkAccounts: {
    title: "Vos comptes",
    text: "Vous pouvez vous connecter avec chacun d'eux\u00a0: vous restez la même personne.",
    alone:
      "Associez un autre compte pour vous connecter aussi avec lui en restant la même personne.",
    list: "Comptes qui servent à vous connecter",
    primary: "Compte principal",
    loading: "Chargement de vos comptes",
    retry: "Réessayer",
    byPassword: "Mot de passe",
    byEmail: "Code par e-mail",
    byPhone: "Code par SMS",
    linkWith: (provider) => `Associer ${provider}`,
    linkEmail: "Associer une adresse e-mail",
    linkPhone: "Associer un numéro de téléphone",
    proving: "Connectez-vous à l'autre compte dans la fenêtre qui vient de s'ouvrir.",
    inWindow: "Continuer dans une fenêtre",
    confirm: {
      title: "Associer ces comptes\u202f?",
      text: (primary, other) =>
        `Désormais, avec ${other}, vous vous connecterez en tant que ${primary}.`,
      kept: (primary) => `Tout ce qui est dans ${primary} reste tel quel.`,
      lost: (other) => `Ce que ${other} contient ici de son côté ne sera plus accessible.`,
      submit: "Associer les comptes",
      pending: "Association en cours",
      done: "Comptes associés",
    },
    cancel: "Annuler",
    linked: (other) => `${other} est associé.`,
    undo: "Annuler l'association",
    undoing: "Annulation en cours",
    already: "Vous vous connectez déjà ici avec ce compte.",
    unlink: (account) => `Dissocier ${account}`,
    unlinkShort: "Dissocier",
    unlinkConfirm: {
      title: "Dissocier ce compte\u202f?",
      text: (account) =>
        `Vous ne pourrez plus vous connecter ici avec ${account}. Si vous l'utilisez de nouveau, ce sera un nouveau compte.`,
      submit: "Dissocier",
      pending: "Dissociation en cours",
      done: "Compte dissocié",
    },
    unlinked: (account) => `${account} est dissocié.`,
    email: {
      title: "Associez une adresse e-mail",
      text: "Nous y enverrons un code, pour vérifier que c'est bien la vôtre.",
      submit: "Envoyer le code",
      pending: "Envoi en cours",
      done: "Envoyé",
    },
    phone: {
      title: "Associez un numéro de téléphone",
      text: "Nous y enverrons un code, pour vérifier que c'est bien le vôtre.",
      submit: "Envoyer le code",
      pending: "Envoi en cours",
      done: "Envoyé",
    },
    code: {
      title: "Saisissez le code",
      text: (destination) => `Nous l'avons envoyé à ${destination}.`,
      submit: "Continuer",
      pending: "Vérification en cours",
      done: "Vérifié",
    },
    proveAgain: "Pour voir ou modifier vos comptes, confirmez d'abord que c'est bien vous.",
    proveAgainSubmit: "Confirmer que c'est moi",
    expired: "Cela a pris trop de temps. Connectez-vous de nouveau à l'autre compte.",
    noWindow:
      "La fenêtre ne peut pas joindre cette page\u00a0: rien ne peut être associé ici. Essayez avec un autre navigateur.",
    unknown: "Aucune réponse n'est arrivée à temps. Voici la situation actuelle.",
  },
  userMenu: {
    open: (name) => (name ? `Compte de ${name}` : "Votre compte"),
    signOut: "Se déconnecter",
    signingOut: "Déconnexion en cours",
  },
  authPanel: {
    tabs: "Se connecter ou créer un compte",
    login: "Se connecter",
    signup: "Créer un compte",
    close: "Fermer",
    signedIn: (name) =>
      name ? `Votre session est ouverte au nom de ${name}` : "Votre session est ouverte",
    ranOut: "Cela a pris trop de temps. Connectez-vous de nouveau.",
  },
  fields: {
    email: "E-mail",
    username: "Nom d'utilisateur",
    emailOrUsername: "E-mail ou nom d'utilisateur",
    phone: "Numéro de téléphone",
    country: "Pays",
    password: "Mot de passe",
    newPassword: "Mot de passe",
    code: "Code",
    recoveryCode: "Code de récupération",
    optional: "(facultatif)",
    choose: "Choisir",
    loadingChoices: "Chargement",
    choicesFailed: "Les choix ne se sont pas chargés.",
    retryChoices: "Réessayer",
    showPassword: "Afficher le mot de passe",
    capsLock: "La touche Verr. Maj est activée.",
  },
  progress: {
    slow: "C'est plus long que d'habitude. Encore un instant.",
    wait: (seconds) => `Réessayer dans ${number("fr", seconds)}\u00a0s`,
    hosted: "Continuer sur la page de connexion",
    back: "Retour",
    framed:
      "Un autre site affiche cette page dans la sienne. Pour votre sécurité, connectez-vous sur la page elle-même.",
    framedOpen: "Ouvrir la page",
  },
  validation: {
    email_required: "Saisissez votre adresse e-mail.",
    email_invalid: "Saisissez une adresse du type nom@example.com.",
    password_required: "Saisissez votre mot de passe.",
    password_weak: "Choisissez un mot de passe conforme aux règles ci-dessous.",
    username_required: "Saisissez votre nom d'utilisateur.",
    username_invalid:
      "Utilisez des lettres, des chiffres et des signes comme . _ ou -, sans espaces. Une adresse e-mail ne convient pas.",
    identifier_required: "Saisissez votre adresse e-mail ou votre nom d'utilisateur.",
    phone_required: "Saisissez votre numéro de téléphone.",
    phone_invalid: "Saisissez un numéro du type +33\u00a06\u00a039\u00a098\u00a012\u00a034.",
    code_required: "Saisissez le code.",
    terms_required: "Acceptez les conditions pour continuer.",
    field_required: "Remplissez ce champ.",
    choice_required: "Faites un choix.",
    tick_required: "Cochez cette case pour continuer.",
    value_invalid: "Ce n'est pas encore correct. Vérifiez votre saisie.",
    value_too_long: "C'est trop long. Raccourcissez.",
    value_not_plain: "N'utilisez ici que du texte simple, sans lien.",
    captcha_required: "Terminez d'abord la vérification.",
    refused: "Cela n'a pas fonctionné. Réessayez dans un instant.",
  },
  rules: {
    title: "Votre mot de passe doit contenir",
    met: "fait",
    open: "manquant",
    nonEmpty: () => "Au moins 1 caractère",
    lengthAtLeast: ([length = 1]) => `Au moins ${characters(length)}`,
    shouldContain: () => "Tout ceci\u00a0:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `Au moins ${number("fr", some)} de ces ${number("fr", all)} éléments\u00a0:`,
    identicalChars: ([most = 2]) =>
      `Pas plus de ${count("fr", most, { one: "# caractère identique", other: "# caractères identiques" })} d'affilée`,
    sequentialChars: ([most = 2]) =>
      `Pas plus de ${characters(most)} qui se suivent, comme abc ou 321`,
    maxLength: ([most = 72]) =>
      `Pas plus de ${count("fr", most, { one: "# octet", other: "# octets" })}\u00a0: un mot de passe plus court`,
    lowerCase: () => "Une minuscule (a–z)",
    upperCase: () => "Une majuscule (A–Z)",
    numbers: () => "Un chiffre (0–9)",
    specialCharacters: () => "Un caractère spécial (comme\u00a0!@#$)",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "Une partie de cette page ne s'est pas chargée. Rechargez-la, puis réessayez."
        : details.online
          ? "Le service de connexion est injoignable. Vérifiez votre réseau, puis réessayez."
          : "Vous êtes hors ligne. Connectez-vous à Internet, puis réessayez.",
    timeout: "Le service de connexion a mis trop de temps à répondre. Réessayez.",
    aborted: "L'opération a été annulée. Réessayez quand vous voulez.",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `Cela fait un peu trop d'essais. Attendez ${seconds(retryAfter)}, puis réessayez.`
        : "Cela fait un peu trop d'essais. Attendez un instant, puis réessayez.",
    server: "Un problème est survenu de notre côté. Réessayez dans un instant.",
    invalid_response:
      "Quelque chose s'est interposé entre vous et nous. Vérifiez votre réseau, puis réessayez.",

    insecure_context:
      "Cette page n'est pas sécurisée\u00a0: vous ne pouvez pas vous y connecter. Ouvrez-la en https.",
    storage_unavailable:
      "Votre navigateur ne permet pas à cette page de mémoriser votre connexion. Autorisez les données de site pour cette page, puis réessayez.",
    third_party_cookies_blocked:
      "Les réglages de confidentialité de votre navigateur empêchent la connexion ici. Vous pouvez plutôt le faire sur la page de connexion.",

    popup_blocked:
      "Votre navigateur n'a pas ouvert la fenêtre de connexion. Autorisez les fenêtres pop-up ici, puis réessayez.",
    popup_closed: "La fenêtre de connexion a été fermée avant la fin. Réessayez quand vous voulez.",
    popup_unavailable:
      "La fenêtre de connexion ne peut pas joindre cette page. Continuez plutôt sur la page de connexion.",

    invalid_callback: "Ce lien de connexion ne fonctionne pas. Recommencez ici.",
    unsolicited: "Cette connexion n'a pas commencé sur cette page. Recommencez ici.",
    transaction_lost: "Nous avons perdu le fil de votre connexion. Recommencez ici.",
    transaction_expired: "Cette connexion a pris trop de temps. Recommencez ici.",
    invalid_token:
      "Nous n'avons pas pu confirmer votre connexion. Vérifiez l'heure de votre appareil, puis réessayez.",

    login_required:
      "Votre connexion n'a pas pu être terminée ici. Continuez sur la page de connexion.",
    consent_required:
      "Avant d'aller plus loin, nous avons besoin de votre accord. Vous pouvez le donner sur la page de connexion.",
    interaction_required: "Il reste une étape. Vous pouvez l'effectuer sur la page de connexion.",
    user_changed: "Un autre compte est maintenant connecté. Rechargez la page pour continuer.",

    invalid_credentials: "Cet e-mail et ce mot de passe ne correspondent pas.",
    invalid_otp: "Ce code est incorrect ou a expiré.",
    too_many_attempts:
      "Votre compte est verrouillé pour l'instant, par sécurité. Notre e-mail explique comment le déverrouiller\u202f; vous pouvez aussi réessayer plus tard.",
    blocked_user:
      "Ce compte ne peut pas se connecter. Contactez l'assistance si vous pensez que c'est une erreur.",
    password_leaked:
      "Ce mot de passe est apparu dans une fuite sur un autre site. Pour protéger votre compte, réinitialisez-le en suivant notre e-mail.",
    mfa_required:
      "Votre compte demande une deuxième étape. Vous pouvez l'effectuer sur la page de connexion.",
    expired_token: "Cela a pris trop de temps. Connectez-vous de nouveau.",
    authorization_pending: "Nous attendons votre réponse sur votre appareil.",
    slow_down: "Nous attendons votre réponse sur votre appareil.",
    association_required:
      "Configurez d'abord une deuxième étape. Vous pouvez le faire sur la page de connexion.",
    requires_verification:
      "Nous devons vérifier que c'est bien vous. Vous pouvez le confirmer sur la page de connexion.",

    invalid_signup: "Nous n'avons pas pu créer ce compte. Si vous en avez déjà un, connectez-vous.",
    user_exists: "Un compte existe déjà pour cette adresse. Connectez-vous plutôt.",
    username_exists: "Ce nom d'utilisateur est déjà pris. Choisissez-en un autre.",
    invalid_email: "Saisissez une adresse du type nom@example.com.",
    invalid_phone_number: "Saisissez un numéro du type +33\u00a06\u00a039\u00a098\u00a012\u00a034.",
    sms_provider_error:
      "Nous n'avons pas pu envoyer de SMS à ce numéro. Vérifiez-le, puis réessayez.",
    invalid_captcha: "La vérification n'a pas abouti. Réessayez.",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "Choisissez un mot de passe plus sûr.";
        case "dictionary":
          return "Ce mot de passe est trop courant. Choisissez-en un autre.";
        case "user_info":
          return "Ne mettez ni votre nom ni votre adresse e-mail dans votre mot de passe.";
        case "history":
          return "Vous avez déjà utilisé ce mot de passe. Choisissez-en un nouveau.";
      }
    },
    signup_disabled: "Il n'est pas possible de créer un compte ici pour le moment.",

    invalid_grant: "Votre session a expiré. Connectez-vous de nouveau.",
    access_denied: "Vous n'avez pas accès. Adressez-vous au responsable de cette application.",
    unauthorized_client:
      "La connexion n'est pas encore configurée ici. Prévenez le responsable de cette application.",
    insufficient_scope:
      "Vous n'avez pas accès à cette partie de votre compte. Connectez-vous de nouveau.",
    inexistent_user: "Ce compte n'existe plus. Rechargez la page pour continuer.",
    legacy_endpoint_disabled:
      "La connexion n'est pas bien configurée. Prévenez le responsable de cette application.",
    origin_not_allowed:
      "La connexion n'est pas encore configurée pour cette page. Prévenez le responsable de cette application.",
    invalid_request:
      "La connexion n'est pas bien configurée. Prévenez le responsable de cette application.",
  },
};

function characters(value: number): string {
  return count("fr", value, { one: "# caractère", other: "# caractères" });
}

function seconds(duration: number): string {
  return count("fr", Math.ceil(duration / 1000), { one: "# seconde", other: "# secondes" });
}
