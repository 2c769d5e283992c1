import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** German, in the polite form. */
export const de: Messages = {
  locale: "de",
  login: {
    title: "Bei Ihrem Konto anmelden",
    submit: "Anmelden",
    pending: "Anmeldung läuft",
    done: "Angemeldet",
    otherQuestion: "Noch kein Konto?",
    other: "Konto erstellen",
    forgot: "Passwort vergessen?",
    reset: "Passwort zurücksetzen",
    byCode: "Stattdessen mit einem Code anmelden",
    enterprise: "Sie melden sich auf der Seite Ihrer Organisation an.",
    enterpriseSubmit: "Weiter",
  },
  signup: {
    title: "Neues Konto erstellen",
    submit: "Konto erstellen",
    pending: "Konto wird erstellt",
    done: "Angemeldet",
    otherQuestion: "Schon ein Konto?",
    other: "Anmelden",
    acceptedTitle: "Ihr Konto ist erstellt",
    accepted: (email) => `Sie können sich jetzt als ${email} anmelden.`,
    acceptedUnconfirmed: (email) =>
      `Bestätigen Sie zuerst Ihre Adresse: Wir haben eine Nachricht an ${email} geschickt. Melden Sie sich danach an.`,
    acceptedSubmit: "Jetzt anmelden",
    neutralTitle: "Sehen Sie in Ihrem Postfach nach",
    neutral: (email) =>
      `Wenn ${email} hier neu ist, ist eine Nachricht zur Bestätigung unterwegs. Wenn Sie schon ein Konto haben, melden Sie sich einfach an.`,
  },
  social: {
    continueWith: (provider) => `Weiter mit ${provider}`,
    more: "Weitere Anmeldewege",
    lastUsed: "Zuletzt verwendet",
    or: "oder",
    elsewhere: "Machen Sie in dem Fenster weiter, das sich geöffnet hat.",
    cancel: "Abbrechen",
  },
  passwordless: {
    email: {
      title: "Mit einem Code anmelden",
      titleLink: "Mit einem Link anmelden",
      text: "Wir schicken ihn an Ihre E-Mail-Adresse.",
      submit: "Code senden",
      submitLink: "Link senden",
      pending: "Wird gesendet",
      done: "Gesendet",
    },
    phone: {
      title: "Mit einem Code anmelden",
      text: "Wir schicken ihn als SMS auf Ihr Telefon.",
      submit: "Code senden",
      pending: "Wird gesendet",
      done: "Gesendet",
    },
    code: {
      title: "Code eingeben",
      text: (destination) => `Wir haben ihn an ${destination} geschickt.`,
      submit: "Anmelden",
      pending: "Anmeldung läuft",
      done: "Angemeldet",
    },
    link: {
      title: "Sehen Sie in Ihrem Postfach nach",
      text: (destination) => `Öffnen Sie den Link, den wir an ${destination} geschickt haben.`,
    },
    byPhone: "Lieber per SMS erhalten",
    byEmail: "Lieber per E-Mail erhalten",
    byPassword: "Stattdessen mit Passwort anmelden",
    resend: "Noch einmal senden",
    resending: "Wird gesendet",
    resendIn: (seconds) => `Noch einmal senden in ${number("de", seconds)}\u00a0s`,
    resent: "Eine neue Nachricht ist unterwegs.",
    otherEmail: "Andere Adresse verwenden",
    otherPhone: "Andere Nummer verwenden",
  },
  resetPassword: {
    title: "Passwort zurücksetzen",
    text: "Nennen Sie uns Ihre E-Mail-Adresse. Wir schicken Ihnen einen Link, über den Sie ein neues Passwort wählen.",
    submit: "Link senden",
    pending: "Wird gesendet",
    done: "Gesendet",
    sentTitle: "Sehen Sie in Ihrem Postfach nach",
    sent: (email) =>
      `Wenn es zu ${email} ein Konto gibt, ist ein Link unterwegs, über den Sie ein neues Passwort wählen.`,
    backToLogin: "Zurück zur Anmeldung",
  },
  mfa: {
    choose: {
      title: "Bestätigen Sie, dass Sie es sind",
      text: "Ihr Konto verlangt einen zweiten Schritt. Wählen Sie, wie.",
    },
    factors: {
      otp: "Authenticator-App",
      sms: "SMS",
      voice: "Anruf",
      email: "E-Mail",
      push: "Mitteilung auf Ihrem Gerät",
      "recovery-code": "Wiederherstellungscode",
    },
    loading: "Ihr zweiter Schritt wird gesucht",
    retry: "Erneut versuchen",
    verify: {
      title: "Bestätigen Sie, dass Sie es sind",
      submit: "Weiter",
      pending: "Wird geprüft",
      done: "Angemeldet",
      text: {
        otp: () => "Geben Sie den Code ein, den Ihre Authenticator-App anzeigt.",
        sms: (name) =>
          name
            ? `Geben Sie den Code ein, den wir an ${name} geschickt haben.`
            : "Geben Sie den Code ein, den wir Ihnen geschickt haben.",
        voice: (name) =>
          name
            ? `Wir rufen ${name} an und nennen Ihnen einen Code.`
            : "Wir rufen Sie an und nennen Ihnen einen Code.",
        email: (name) =>
          name
            ? `Geben Sie den Code ein, den wir an ${name} geschickt haben.`
            : "Geben Sie den Code ein, den wir Ihnen geschickt haben.",
        push: (name) =>
          name
            ? `Beantworten Sie die Mitteilung, die wir an ${name} geschickt haben.`
            : "Beantworten Sie die Mitteilung, die wir an Ihr Gerät geschickt haben.",
        "recovery-code": () =>
          "Geben Sie den Wiederherstellungscode ein, den Sie beim Einrichten aufbewahrt haben.",
      },
      denied:
        "Auf Ihrem Gerät wurde mit Nein geantwortet. Wenn Sie das nicht waren, wählen Sie bald ein neues Passwort.",
    },
    waiting: "Wir warten auf Ihre Antwort",
    byRecoveryCode: "Wiederherstellungscode verwenden",
    otherWay: "Anderen Weg wählen",
    elsewhere:
      "Ihr zweiter Schritt ist hier nicht möglich. Sie können ihn auf der Anmeldeseite erledigen.",
    expired: "Das hat zu lange gedauert. Melden Sie sich noch einmal an.",
    startOver: "Neu anmelden",
    enroll: {
      title: "Zweiten Schritt einrichten",
      text: "Er hält andere fern, selbst wenn sie Ihr Passwort kennen. Wählen Sie einen Weg.",
      otpTitle: "Authenticator-App einrichten",
      otpText: "Scannen Sie dieses Bild mit der App, und geben Sie den Code ein, den sie anzeigt.",
      qrCode: "QR-Code zum Scannen mit der App",
      secret: "Scannen geht nicht? Geben Sie diesen Schlüssel in der App ein:",
      copy: "Kopieren",
      copied: "Kopiert",
      phoneTitle: "Wie erreichen wir Sie?",
      emailTitle: "Wohin dürfen wir Ihnen schreiben?",
      pushTitle: "Ihr Gerät einrichten",
      pushText:
        "Scannen Sie dieses Bild mit der App auf Ihrem Gerät, und beantworten Sie ihre Frage.",
      submit: "Code senden",
      pending: "Wird gesendet",
    },
    recovery: {
      title: "Wiederherstellungscode aufbewahren",
      text: "Mit ihm melden Sie sich an, wenn Sie Ihr Gerät nicht zur Hand haben. Wir zeigen ihn nur einmal, und er gilt nur einmal.",
      saved: "Ich habe ihn sicher aufbewahrt",
      required: "Bewahren Sie ihn zuerst sicher auf, und setzen Sie dann hier ein Häkchen.",
      submit: "Weiter",
    },
  },
  linkAccounts: {
    title: "Ihre Konten",
    text: "Mit jedem davon melden Sie sich als dieselbe Person an.",
    alone:
      "Verknüpfen Sie ein weiteres Konto, und Sie melden sich auch damit als dieselbe Person an.",
    list: "Konten, mit denen Sie sich anmelden",
    primary: "Hauptkonto",
    loading: "Ihre Konten werden geladen",
    retry: "Erneut versuchen",
    byPassword: "Passwort",
    byEmail: "Code per E-Mail",
    byPhone: "Code per SMS",
    linkWith: (provider) => `${provider} verknüpfen`,
    linkEmail: "E-Mail-Adresse verknüpfen",
    linkPhone: "Telefonnummer verknüpfen",
    proving: "Melden Sie sich in dem Fenster, das sich geöffnet hat, mit dem anderen Konto an.",
    inWindow: "In einem Fenster weitermachen",
    confirm: {
      title: "Diese Konten verknüpfen?",
      text: (primary, other) => `Ab jetzt melden Sie sich mit ${other} als ${primary} an.`,
      kept: (primary) => `In ${primary} bleibt alles, wie es ist.`,
      lost: (other) => `Was ${other} hier für sich allein hat, ist dann nicht mehr erreichbar.`,
      submit: "Konten verknüpfen",
      pending: "Wird verknüpft",
      done: "Verknüpft",
    },
    cancel: "Abbrechen",
    linked: (other) => `${other} ist verknüpft.`,
    undo: "Rückgängig machen",
    undoing: "Wird getrennt",
    already: "Mit diesem Konto melden Sie sich hier schon an.",
    unlink: (account) => `${account} trennen`,
    unlinkShort: "Trennen",
    unlinkConfirm: {
      title: "Dieses Konto trennen?",
      text: (account) =>
        `Mit ${account} können Sie sich hier dann nicht mehr anmelden. Wenn Sie es wieder verwenden, beginnt es als neues Konto.`,
      submit: "Trennen",
      pending: "Wird getrennt",
      done: "Getrennt",
    },
    unlinked: (account) => `${account} ist nicht mehr verknüpft.`,
    email: {
      title: "E-Mail-Adresse verknüpfen",
      text: "Wir schicken einen Code dorthin, um sicherzugehen, dass es Ihre ist.",
      submit: "Code senden",
      pending: "Wird gesendet",
      done: "Gesendet",
    },
    phone: {
      title: "Telefonnummer verknüpfen",
      text: "Wir schicken einen Code dorthin, um sicherzugehen, dass es Ihre ist.",
      submit: "Code senden",
      pending: "Wird gesendet",
      done: "Gesendet",
    },
    code: {
      title: "Code eingeben",
      text: (destination) => `Wir haben ihn an ${destination} geschickt.`,
      submit: "Weiter",
      pending: "Wird geprüft",
      done: "Geprüft",
    },
    proveAgain: "Um Ihre Konten zu sehen oder zu ändern, bestätigen Sie zuerst, dass Sie es sind.",
    proveAgainSubmit: "Bestätigen, dass ich es bin",
    expired: "Das hat zu lange gedauert. Melden Sie sich noch einmal mit dem anderen Konto an.",
    noWindow:
      "Das Fenster kann diese Seite nicht erreichen, deshalb lässt sich hier nichts verknüpfen. Versuchen Sie es mit einem anderen Browser.",
    unknown: "Die Antwort kam nicht rechtzeitig. So ist der Stand jetzt.",
  },
  userMenu: {
    open: (name) => (name ? `Konto von ${name}` : "Ihr Konto"),
    signOut: "Abmelden",
    signingOut: "Abmeldung läuft",
  },
  authPanel: {
    tabs: "Anmelden oder Konto erstellen",
    login: "Anmelden",
    signup: "Konto erstellen",
    close: "Schließen",
    signedIn: (name) => (name ? `Sie sind als ${name} angemeldet` : "Sie sind angemeldet"),
    ranOut: "Das hat zu lange gedauert. Melden Sie sich noch einmal an.",
  },
  fields: {
    email: "E-Mail",
    username: "Benutzername",
    emailOrUsername: "E-Mail oder Benutzername",
    phone: "Telefonnummer",
    country: "Land",
    password: "Passwort",
    newPassword: "Passwort",
    code: "Code",
    recoveryCode: "Wiederherstellungscode",
    optional: "(freiwillig)",
    choose: "Auswählen",
    loadingChoices: "Wird geladen",
    choicesFailed: "Die Auswahl wurde nicht geladen.",
    retryChoices: "Erneut versuchen",
    showPassword: "Passwort anzeigen",
    capsLock: "Die Feststelltaste ist an.",
  },
  progress: {
    slow: "Das dauert länger als sonst. Einen Moment noch, bitte.",
    wait: (seconds) => `Neuer Versuch in ${number("de", seconds)}\u00a0s`,
    hosted: "Weiter auf der Anmeldeseite",
    back: "Zurück",
    framed:
      "Eine andere Website zeigt diese Seite in ihrer eigenen. Melden Sie sich zu Ihrer Sicherheit auf der Seite selbst an.",
    framedOpen: "Seite öffnen",
  },
  validation: {
    email_required: "Geben Sie Ihre E-Mail-Adresse ein.",
    email_invalid: "Geben Sie eine Adresse wie name@example.com ein.",
    password_required: "Geben Sie Ihr Passwort ein.",
    password_weak: "Wählen Sie ein Passwort, das die Regeln unten erfüllt.",
    username_required: "Geben Sie Ihren Benutzernamen ein.",
    username_invalid:
      "Verwenden Sie Buchstaben, Ziffern und Zeichen wie . _ oder -, ohne Leerzeichen. Eine E-Mail-Adresse geht nicht.",
    identifier_required: "Geben Sie Ihre E-Mail-Adresse oder Ihren Benutzernamen ein.",
    phone_required: "Geben Sie Ihre Telefonnummer ein.",
    phone_invalid: "Geben Sie eine Nummer wie +49\u00a030\u00a0901820 ein.",
    code_required: "Geben Sie den Code ein.",
    terms_required: "Stimmen Sie den Bedingungen zu, um fortzufahren.",
    field_required: "Füllen Sie dieses Feld aus.",
    choice_required: "Treffen Sie eine Auswahl.",
    tick_required: "Setzen Sie hier ein Häkchen, um fortzufahren.",
    value_invalid: "Hier stimmt noch etwas nicht. Sehen Sie noch einmal nach.",
    value_too_long: "Das ist zu lang. Kürzen Sie es.",
    value_not_plain: "Schreiben Sie hier nur einfachen Text, ohne Links.",
    captcha_required: "Schließen Sie zuerst die Prüfung ab.",
    refused: "Das hat gerade nicht geklappt. Versuchen Sie es gleich noch einmal.",
  },
  rules: {
    title: "Regeln für Ihr Passwort",
    met: "erfüllt",
    open: "fehlt noch",
    nonEmpty: () => "Mindestens 1 Zeichen",
    lengthAtLeast: ([length = 1]) => `Mindestens ${number("de", length)} Zeichen`,
    shouldContain: () => "All das:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `Mindestens ${number("de", some)} von diesen ${number("de", all)}:`,
    identicalChars: ([most = 2]) =>
      `Höchstens ${count("de", most, { one: "# gleiches", other: "# gleiche" })} Zeichen hintereinander`,
    sequentialChars: ([most = 2]) =>
      `Höchstens ${number("de", most)} Zeichen in fester Folge, etwa abc oder 321`,
    maxLength: ([most = 72]) => `Höchstens ${number("de", most)} Byte: ein kürzeres Passwort`,
    lowerCase: () => "Ein Kleinbuchstabe (a–z)",
    upperCase: () => "Ein Großbuchstabe (A–Z)",
    numbers: () => "Eine Ziffer (0–9)",
    specialCharacters: () => "Ein Sonderzeichen (etwa\u00a0!@#$)",
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "Ein Teil dieser Seite wurde nicht geladen. Laden Sie sie neu, und versuchen Sie es dann noch einmal."
        : details.online
          ? "Wir konnten den Anmeldedienst nicht erreichen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal."
          : "Sie sind offline. Stellen Sie eine Internetverbindung her, und versuchen Sie es noch einmal.",
    timeout: "Der Anmeldedienst hat zu lange nicht geantwortet. Versuchen Sie es noch einmal.",
    aborted: "Das wurde abgebrochen. Versuchen Sie es noch einmal, wenn Sie so weit sind.",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `Das waren zu viele Versuche. Warten Sie ${seconds(retryAfter)}, und versuchen Sie es dann noch einmal.`
        : "Das waren zu viele Versuche. Warten Sie einen Moment, und versuchen Sie es dann noch einmal.",
    server: "Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.",
    invalid_response:
      "Auf dem Weg zwischen Ihnen und uns ist etwas schiefgegangen. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.",

    insecure_context:
      "Diese Seite ist nicht sicher, deshalb können Sie sich hier nicht anmelden. Öffnen Sie sie mit https.",
    storage_unavailable:
      "Ihr Browser erlaubt dieser Seite nicht, sich Ihre Anmeldung zu merken. Lassen Sie Websitedaten für diese Seite zu, und versuchen Sie es noch einmal.",
    third_party_cookies_blocked:
      "Die Datenschutzeinstellungen Ihres Browsers verhindern die Anmeldung auf dieser Seite. Sie können sich stattdessen auf der Anmeldeseite anmelden.",

    popup_blocked:
      "Ihr Browser hat das Anmeldefenster nicht geöffnet. Lassen Sie Pop-ups hier zu, und versuchen Sie es noch einmal.",
    popup_closed:
      "Das Anmeldefenster wurde zu früh geschlossen. Versuchen Sie es noch einmal, wenn Sie so weit sind.",
    popup_unavailable:
      "Das Anmeldefenster kann diese Seite nicht erreichen. Machen Sie stattdessen auf der Anmeldeseite weiter.",

    invalid_callback: "Dieser Anmeldelink funktioniert nicht. Beginnen Sie hier noch einmal.",
    unsolicited:
      "Diese Anmeldung wurde nicht auf dieser Seite begonnen. Beginnen Sie hier noch einmal.",
    transaction_lost: "Ihre Anmeldung ist uns verloren gegangen. Beginnen Sie hier noch einmal.",
    transaction_expired: "Diese Anmeldung hat zu lange gedauert. Beginnen Sie hier noch einmal.",
    invalid_token:
      "Wir konnten Ihre Anmeldung nicht bestätigen. Prüfen Sie die Uhr Ihres Geräts, und versuchen Sie es noch einmal.",

    login_required:
      "Ihre Anmeldung ließ sich hier nicht abschließen. Machen Sie auf der Anmeldeseite weiter.",
    consent_required:
      "Bevor es weitergeht, brauchen wir Ihre Zustimmung. Sie können sie auf der Anmeldeseite geben.",
    interaction_required: "Ein Schritt fehlt noch. Sie können ihn auf der Anmeldeseite erledigen.",
    user_changed:
      "Sie sind jetzt mit einem anderen Konto angemeldet. Laden Sie die Seite neu, um fortzufahren.",

    invalid_credentials: "E-Mail und Passwort passen nicht zusammen.",
    invalid_otp: "Dieser Code ist falsch oder abgelaufen.",
    too_many_attempts:
      "Ihr Konto ist zu seinem Schutz vorerst gesperrt. In unserer E-Mail steht, wie Sie es entsperren. Oder versuchen Sie es später noch einmal.",
    blocked_user:
      "Mit diesem Konto ist keine Anmeldung möglich. Wenden Sie sich an den Support, wenn Sie das für einen Irrtum halten.",
    password_leaked:
      "Dieses Passwort ist bei einem Datenleck auf einer anderen Website aufgetaucht. Setzen Sie es zum Schutz Ihres Kontos zurück: In unserer E-Mail steht, wie.",
    mfa_required:
      "Ihr Konto verlangt einen zweiten Schritt. Sie können ihn auf der Anmeldeseite erledigen.",
    expired_token: "Das hat zu lange gedauert. Melden Sie sich noch einmal an.",
    authorization_pending: "Wir warten auf Ihre Antwort auf Ihrem Gerät.",
    slow_down: "Wir warten auf Ihre Antwort auf Ihrem Gerät.",
    association_required:
      "Richten Sie zuerst einen zweiten Schritt ein. Das geht auf der Anmeldeseite.",
    requires_verification:
      "Wir müssen prüfen, dass Sie es wirklich sind. Das geht auf der Anmeldeseite.",

    invalid_signup:
      "Wir konnten dieses Konto nicht erstellen. Wenn Sie schon eines haben, melden Sie sich damit an.",
    user_exists: "Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an.",
    username_exists: "Dieser Benutzername ist vergeben. Wählen Sie einen anderen.",
    invalid_email: "Geben Sie eine Adresse wie name@example.com ein.",
    invalid_phone_number: "Geben Sie eine Nummer wie +49\u00a030\u00a0901820 ein.",
    sms_provider_error:
      "Wir konnten an diese Nummer keine SMS schicken. Prüfen Sie sie, und versuchen Sie es noch einmal.",
    invalid_captcha: "Die Prüfung hat nicht geklappt. Versuchen Sie sie noch einmal.",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "Wählen Sie ein stärkeres Passwort.";
        case "dictionary":
          return "Dieses Passwort verwenden zu viele. Wählen Sie ein anderes.";
        case "user_info":
          return "Lassen Sie Ihren Namen und Ihre E-Mail-Adresse im Passwort weg.";
        case "history":
          return "Dieses Passwort hatten Sie schon einmal. Wählen Sie ein neues.";
      }
    },
    signup_disabled: "Hier können derzeit keine neuen Konten erstellt werden.",

    invalid_grant: "Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an.",
    access_denied: "Sie haben keinen Zugriff. Wenden Sie sich an den Betreiber dieser App.",
    unauthorized_client:
      "Die Anmeldung ist hier noch nicht eingerichtet. Geben Sie dem Betreiber dieser App Bescheid.",
    insufficient_scope:
      "Auf diesen Teil Ihres Kontos haben Sie keinen Zugriff. Melden Sie sich noch einmal an.",
    inexistent_user: "Dieses Konto gibt es nicht mehr. Laden Sie die Seite neu, um fortzufahren.",
    legacy_endpoint_disabled:
      "Die Anmeldung ist nicht richtig eingerichtet. Geben Sie dem Betreiber dieser App Bescheid.",
    origin_not_allowed:
      "Die Anmeldung ist für diese Seite noch nicht eingerichtet. Geben Sie dem Betreiber dieser App Bescheid.",
    invalid_request:
      "Die Anmeldung ist nicht richtig eingerichtet. Geben Sie dem Betreiber dieser App Bescheid.",
  },
};

function seconds(duration: number): string {
  return count("de", Math.ceil(duration / 1000), { one: "# Sekunde", other: "# Sekunden" });
}
