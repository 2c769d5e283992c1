import type { AccountWords } from "../account-words.js";

export const germanAccount: AccountWords = {
  signUpFor: (client) => `Bei ${client} registrieren`,
  createAccount: "Konto erstellen",
  username: "Benutzername",
  haveAccount: "Schon ein Konto?",
  signupClosed: "Neue Konten sind hier nicht möglich.",
  invalidEmail: "Das sieht nicht nach einer E-Mail-Adresse aus.",
  usernameMissing: "Bitte wählen Sie einen Benutzernamen.",
  usernameRules: {
    length: "Ein Benutzername hat höchstens 15 Zeichen.",
    characters: "Ein Benutzername hat nur Buchstaben, Ziffern und _ + - . ! # $ ^ ` ~ @ '.",
    address: "Ein Benutzername darf keine E-Mail-Adresse sein.",
  },
  notCreated: "Dieses Konto ließ sich nicht erstellen. Versuchen Sie, sich anzumelden.",

  forgotTitle: "Passwort vergessen?",
  forgotLead: "Wir schicken Ihnen einen Link, mit dem Sie ein neues wählen.",
  sendLink: "Link senden",
  backToSignIn: "Zurück zur Anmeldung",
  loginMissing: "Bitte geben Sie Ihre E-Mail-Adresse an.",
  tooManyRequests: "Zu viele Versuche. Bitte warten Sie eine Minute.",
  mailSent: {
    title: "Sehen Sie in Ihre E-Mails",
    text: (login) =>
      `Wenn ${login} hier ein Konto hat, ist ein Link für ein neues Passwort unterwegs.`,
  },

  newPasswordTitle: "Neues Passwort wählen",
  forAccount: (email) => `für ${email}`,
  newPassword: "Neues Passwort",
  repeatPassword: "Neues Passwort wiederholen",
  changePassword: "Passwort ändern",
  notTheSame: "Die beiden Passwörter sind nicht gleich.",
  passwordChanged: {
    title: "Ihr Passwort ist geändert",
    text: "Sie sind überall abgemeldet. Melden Sie sich von nun an mit dem neuen Passwort an.",
  },
  backTo: (client) => `Zurück zu ${client}`,

  leaked: "Dieses Passwort ist aus einem Datenleck anderswo bekannt. Bitte wählen Sie ein anderes.",
  refusals: {
    PasswordStrengthError: "Dieses Passwort ist zu schwach. Was ihm fehlt, steht darunter.",
    PasswordDictionaryError:
      "Dieses Passwort würde jeder als Erstes raten. Bitte wählen Sie ein anderes.",
    PasswordNoUserInfoError:
      "Dieses Passwort enthält Ihren Namen oder Ihre E-Mail-Adresse. Bitte wählen Sie ein anderes.",
    PasswordHistoryError: "Dieses Passwort hatten Sie schon. Bitte wählen Sie ein neues.",
  },
  rules: {
    any: "Jedes Passwort ist recht",
    length: (count) => `Mindestens ${count} Zeichen`,
    all: (kinds) => `Alle davon: ${kinds}`,
    some: (count, kinds) => `Mindestens ${count} davon: ${kinds}`,
    inARow: (count) => `Kein Zeichen öfter als ${count}-mal hintereinander`,
    common: "Keines der häufigsten Passwörter",
    personal: "Nichts von Ihrem Namen oder Ihrer E-Mail-Adresse",
    former: (count) =>
      count === 1 ? "Nicht das vorige Passwort" : `Keines Ihrer letzten ${count} Passwörter`,
  },
  kinds: {
    lowerCase: "Kleinbuchstaben",
    upperCase: "Großbuchstaben",
    numbers: "Ziffern",
    specialCharacters: "Sonderzeichen",
  },

  linkExpired: {
    title: "Dieser Link ist zu alt",
    text: "Links in E-Mails gelten nur eine Zeit lang.",
  },
  linkUsed: {
    title: "Dieser Link gilt nicht mehr",
    text: "Er wurde schon benutzt, oder es gibt einen neueren.",
  },
  askForNewLink: "Fordern Sie dort einen neuen an, wo Sie sich anmelden.",
  allIsWellIfVerified: "Wenn Ihre Adresse inzwischen bestätigt ist, ist alles gut.",
  changeInstead: "Wenn Sie sich nicht anmelden können, ändern Sie Ihr Passwort.",

  emailVerified: {
    title: "Ihre E-Mail-Adresse ist bestätigt",
    text: "Danke. Sie können diese Seite schließen und zur Anwendung zurückkehren.",
  },
  emailChanged: {
    title: "Dieser Link gilt für eine andere Adresse",
    text: "Das Konto hat eine neue E-Mail-Adresse, seit diese E-Mail verschickt wurde.",
  },
  emailUnverified: {
    title: "Diese Adresse bleibt unbestätigt",
    text: "Auf diesem Tenant lassen sich Adressen, die mit „unverified+“ beginnen, nicht bestätigen.",
  },
  unblocked: {
    title: "Ihr Konto ist entsperrt",
    text: "Sie können sich wieder anmelden. Waren die Fehlversuche nicht Ihre, ändern Sie Ihr Passwort.",
  },
};
