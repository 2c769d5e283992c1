import { isolate } from "../isolate.js";
import type { Messages } from "../messages.js";
import { count, number } from "../plural.js";

/** Hebrew, without imperatives, which would have to know who reads them; addresses, numbers and names keep their own direction. */
export const he: Messages = {
  locale: "he",
  direction: "rtl",
  login: {
    title: "כניסה לחשבון",
    submit: "כניסה",
    pending: "מתבצעת כניסה",
    done: "הכניסה הושלמה",
    otherQuestion: "אין לך חשבון?",
    other: "יצירת חשבון",
    forgot: "שכחת את הסיסמה?",
    reset: "איפוס הסיסמה",
    byCode: "כניסה עם קוד במקום זאת",
    enterprise: "הכניסה נעשית בדף של הארגון שלך.",
    enterpriseSubmit: "המשך",
  },
  signup: {
    title: "יצירת חשבון חדש",
    submit: "יצירת חשבון",
    pending: "החשבון בהכנה",
    done: "הכניסה הושלמה",
    otherQuestion: "כבר יש לך חשבון?",
    other: "כניסה",
    acceptedTitle: "החשבון שלך מוכן",
    accepted: (email) => `עכשיו אפשר להיכנס עם הכתובת ${isolate(email)}.`,
    acceptedUnconfirmed: (email) =>
      `קודם יש לאשר את הכתובת: שלחנו הודעה אל ${isolate(email)}. אחר כך אפשר להיכנס.`,
    acceptedSubmit: "כניסה עכשיו",
    neutralTitle: "כדאי לבדוק את תיבת הדואר",
    neutral: (email) =>
      `אם ${isolate(email)} היא כתובת חדשה כאן, הודעה לאישור שלה כבר בדרך. אם כבר יש לך חשבון, אפשר פשוט להיכנס.`,
  },
  social: {
    continueWith: (provider) => `המשך עם ${isolate(provider)}`,
    more: "דרכים נוספות להיכנס",
    lastUsed: "הכניסה האחרונה",
    or: "או",
    elsewhere: "יש להשלים את הכניסה בחלון שנפתח.",
    cancel: "ביטול",
  },
  passwordless: {
    email: {
      title: "כניסה עם קוד",
      titleLink: "כניסה עם קישור",
      text: "הוא יישלח לכתובת האימייל שלך.",
      submit: "שליחת קוד",
      submitLink: "שליחת קישור",
      pending: "שולחים",
      done: "נשלח",
    },
    phone: {
      title: "כניסה עם קוד",
      text: "הוא יישלח לטלפון שלך בהודעת טקסט.",
      submit: "שליחת קוד",
      pending: "שולחים",
      done: "נשלח",
    },
    code: {
      title: "הזנת הקוד",
      text: (destination) => `שלחנו אותו אל ${isolate(destination)}.`,
      submit: "כניסה",
      pending: "מתבצעת כניסה",
      done: "הכניסה הושלמה",
    },
    link: {
      title: "כדאי לבדוק את תיבת הדואר",
      text: (destination) => `יש לפתוח את הקישור ששלחנו אל ${isolate(destination)}.`,
    },
    byPhone: "שליחה לטלפון במקום זאת",
    byEmail: "שליחה לאימייל במקום זאת",
    byPassword: "כניסה עם סיסמה במקום זאת",
    resend: "שליחה חוזרת",
    resending: "שולחים",
    resendIn: (seconds) => `שליחה חוזרת בעוד ${number("he", seconds)}\u00a0שנ׳`,
    resent: "שלחנו הודעה נוספת.",
    otherEmail: "שימוש בכתובת אחרת",
    otherPhone: "שימוש במספר אחר",
  },
  resetPassword: {
    title: "איפוס הסיסמה",
    text: "יש להזין את כתובת האימייל, ונשלח קישור לבחירת סיסמה חדשה.",
    submit: "שליחת קישור",
    pending: "שולחים",
    done: "נשלח",
    sentTitle: "כדאי לבדוק את תיבת הדואר",
    sent: (email) =>
      `אם יש חשבון עם הכתובת ${isolate(email)}, קישור לבחירת סיסמה חדשה כבר בדרך אליה.`,
    backToLogin: "חזרה לכניסה",
  },
  mfa: {
    choose: {
      title: "אימות הזהות",
      text: "בחשבון שלך נדרש שלב שני. יש לבחור דרך.",
    },
    factors: {
      otp: "אפליקציית אימות",
      sms: "הודעת טקסט",
      voice: "שיחת טלפון",
      email: "אימייל",
      push: "התראה במכשיר שלך",
      "recovery-code": "קוד שחזור",
    },
    loading: "טוענים את השלב השני",
    retry: "ניסיון נוסף",
    verify: {
      title: "אימות הזהות",
      submit: "המשך",
      pending: "בודקים",
      done: "הכניסה הושלמה",
      text: {
        otp: () => "יש להזין את הקוד שמופיע באפליקציית האימות.",
        sms: (name) =>
          name ? `יש להזין את הקוד ששלחנו אל ${isolate(name)}.` : "יש להזין את הקוד ששלחנו.",
        voice: (name) =>
          name
            ? `אנחנו מתקשרים אל ${isolate(name)} כדי למסור קוד.`
            : "אנחנו מתקשרים אליך כדי למסור קוד.",
        email: (name) =>
          name ? `יש להזין את הקוד ששלחנו אל ${isolate(name)}.` : "יש להזין את הקוד ששלחנו.",
        push: (name) =>
          name
            ? `יש לענות להתראה ששלחנו אל ${isolate(name)}.`
            : "יש לענות להתראה ששלחנו למכשיר שלך.",
        "recovery-code": () => "יש להזין את קוד השחזור ששמרת בזמן ההגדרה.",
      },
      denied: "התשובה מהמכשיר שלך הייתה שלילית. אם היא לא הגיעה ממך, כדאי להחליף סיסמה בהקדם.",
    },
    waiting: "ממתינים לתשובה שלך",
    byRecoveryCode: "שימוש בקוד שחזור",
    otherWay: "דרך אחרת",
    elsewhere: "אי אפשר להשלים כאן את השלב השני. אפשר לעשות זאת בדף הכניסה.",
    expired: "זה נמשך יותר מדי זמן. יש להיכנס שוב.",
    startOver: "כניסה מחדש",
    enroll: {
      title: "הגדרת שלב שני",
      text: "הוא שומר על החשבון גם אם מישהו יודע את הסיסמה. יש לבחור דרך.",
      otpTitle: "הגדרת אפליקציית אימות",
      otpText: "יש לסרוק את התמונה הזאת באפליקציה, ואז להזין את הקוד שיופיע בה.",
      qrCode: "קוד QR לסריקה באפליקציה",
      secret: "הסריקה לא מצליחה? אפשר להזין באפליקציה את המפתח הזה:",
      copy: "העתקה",
      copied: "הועתק",
      phoneTitle: "מה מספר הטלפון שלך?",
      emailTitle: "מה כתובת האימייל שלך?",
      pushTitle: "הגדרת המכשיר",
      pushText: "יש לסרוק את התמונה הזאת באפליקציה שבמכשיר, ואז לענות על השאלה שתופיע בה.",
      submit: "שליחת קוד",
      pending: "שולחים",
    },
    recovery: {
      title: "שמירת קוד השחזור",
      text: "איתו אפשר להיכנס כשהמכשיר לא בהישג יד. הוא מוצג פעם אחת בלבד, ואפשר להשתמש בו פעם אחת בלבד.",
      saved: "שמרתי אותו במקום בטוח",
      required: "קודם יש לשמור אותו במקום בטוח, ואז לסמן כאן.",
      submit: "המשך",
    },
  },
  linkAccounts: {
    title: "החשבונות שלך",
    text: "כל אחד מהם מכניס אותך באותה זהות.",
    alone: "אפשר לקשר חשבון נוסף, וגם הוא יכניס אותך באותה זהות.",
    list: "חשבונות שאיתם אפשר להיכנס",
    primary: "החשבון הראשי",
    loading: "טוענים את החשבונות שלך",
    retry: "ניסיון נוסף",
    byPassword: "סיסמה",
    byEmail: "קוד באימייל",
    byPhone: "קוד בהודעת טקסט",
    linkWith: (provider) => `קישור חשבון ${isolate(provider)}`,
    linkEmail: "קישור כתובת אימייל",
    linkPhone: "קישור מספר טלפון",
    proving: "יש להיכנס לחשבון האחר בחלון שנפתח.",
    inWindow: "המשך בחלון",
    confirm: {
      title: "לקשר את החשבונות האלה?",
      text: (primary, other) =>
        `מעכשיו, כניסה עם ${isolate(other)} תהיה כניסה בתור ${isolate(primary)}.`,
      kept: (primary) => `כל מה ששייך אל ${isolate(primary)} נשאר כפי שהוא.`,
      lost: (other) => `לא תהיה עוד גישה למה ששייך כאן רק אל ${isolate(other)}.`,
      submit: "קישור החשבונות",
      pending: "מקשרים",
      done: "קושרו",
    },
    cancel: "ביטול",
    linked: (other) => `החשבון ${isolate(other)} קושר.`,
    undo: "ביטול הפעולה",
    undoing: "מבטלים את הקישור",
    already: "החשבון הזה כבר מכניס אותך כאן.",
    unlink: (account) => `ביטול הקישור של ${isolate(account)}`,
    unlinkShort: "ביטול הקישור",
    unlinkConfirm: {
      title: "לבטל את הקישור של החשבון הזה?",
      text: (account) =>
        `לא יהיה אפשר עוד להיכנס כאן עם ${isolate(account)}. אם ייעשה בו שימוש שוב, הוא יתחיל כחשבון חדש.`,
      submit: "ביטול הקישור",
      pending: "מבטלים את הקישור",
      done: "הקישור בוטל",
    },
    unlinked: (account) => `הקישור של ${isolate(account)} בוטל.`,
    email: {
      title: "קישור כתובת אימייל",
      text: "יישלח אליה קוד, כדי לוודא שהיא שלך.",
      submit: "שליחת קוד",
      pending: "שולחים",
      done: "נשלח",
    },
    phone: {
      title: "קישור מספר טלפון",
      text: "יישלח אליו קוד, כדי לוודא שהוא שלך.",
      submit: "שליחת קוד",
      pending: "שולחים",
      done: "נשלח",
    },
    code: {
      title: "הזנת הקוד",
      text: (destination) => `שלחנו אותו אל ${isolate(destination)}.`,
      submit: "המשך",
      pending: "בודקים",
      done: "נבדק",
    },
    proveAgain: "כדי לראות את החשבונות שלך או לשנות אותם, יש לאמת קודם את הזהות.",
    proveAgainSubmit: "אימות הזהות",
    expired: "זה נמשך יותר מדי זמן. יש להיכנס שוב לחשבון האחר.",
    noWindow: "החלון לא מצליח להגיע לדף הזה, ולכן אי אפשר לקשר כאן חשבונות. אפשר לנסות בדפדפן אחר.",
    unknown: "לא התקבלה תשובה בזמן. זה המצב כרגע.",
  },
  userMenu: {
    open: (name) => (name ? `החשבון של ${isolate(name)}` : "החשבון שלך"),
    signOut: "יציאה",
    signingOut: "מתבצעת יציאה",
  },
  authPanel: {
    tabs: "כניסה או יצירת חשבון",
    login: "כניסה",
    signup: "יצירת חשבון",
    close: "סגירה",
    signedIn: (name) => (name ? `נכנסת בתור ${isolate(name)}` : "נכנסת לחשבון"),
    ranOut: "זה נמשך יותר מדי זמן. יש להיכנס שוב.",
  },
  fields: {
    email: "אימייל",
    username: "שם משתמש",
    emailOrUsername: "אימייל או שם משתמש",
    phone: "מספר טלפון",
    country: "מדינה",
    password: "סיסמה",
    newPassword: "סיסמה",
    code: "קוד",
    recoveryCode: "קוד שחזור",
    optional: "(לא חובה)",
    choose: "בחירה",
    loadingChoices: "טוענים",
    choicesFailed: "האפשרויות לא נטענו.",
    retryChoices: "ניסיון נוסף",
    showPassword: "הצגת הסיסמה",
    capsLock: "מקש Caps Lock פעיל.",
  },
  progress: {
    slow: "זה נמשך יותר מהרגיל. כדאי להמתין עוד רגע.",
    wait: (seconds) => `ניסיון נוסף בעוד ${number("he", seconds)}\u00a0שנ׳`,
    hosted: "המשך בדף הכניסה",
    back: "חזרה",
    framed: "אתר אחר מציג את הדף הזה בתוך דף משלו. למען הבטיחות, יש להיכנס בדף עצמו.",
    framedOpen: "פתיחת הדף",
  },
  validation: {
    email_required: "יש להזין כתובת אימייל.",
    email_invalid: `יש להזין כתובת כמו ${isolate("name@example.com")}.`,
    password_required: "יש להזין סיסמה.",
    password_weak: "יש לבחור סיסמה שעומדת בדרישות שלמטה.",
    username_required: "יש להזין שם משתמש.",
    username_invalid: `אפשר להשתמש באותיות באנגלית, בספרות ובסימנים כמו ${isolate(". _ -")}, בלי רווחים. זו לא יכולה להיות כתובת אימייל.`,
    identifier_required: "יש להזין אימייל או שם משתמש.",
    phone_required: "יש להזין מספר טלפון.",
    phone_invalid: `יש להזין מספר כמו ${isolate("+972\u00a050\u00a0234\u00a05678")}.`,
    code_required: "יש להזין את הקוד.",
    terms_required: "כדי להמשיך יש להסכים לתנאים.",
    field_required: "יש למלא את השדה הזה.",
    choice_required: "יש לבחור אפשרות.",
    tick_required: "כדי להמשיך יש לסמן כאן.",
    value_invalid: "משהו כאן עוד לא נכון. כדאי לבדוק.",
    value_too_long: "זה ארוך מדי. יש לקצר.",
    value_not_plain: "יש לכתוב כאן מילים רגילות, בלי קישורים.",
    captcha_required: "קודם יש להשלים את הבדיקה.",
    refused: "זה לא הצליח כרגע. אפשר לנסות שוב בעוד רגע.",
  },
  rules: {
    title: "הדרישות לסיסמה",
    met: "מתקיים",
    open: "חסר",
    nonEmpty: () => "לפחות תו אחד",
    lengthAtLeast: ([length = 1]) => `לפחות ${characters(length)}`,
    shouldContain: () => "כל אלה:",
    containsAtLeast: ([some = 1, all = 1]) =>
      `לפחות ${number("he", some)} מתוך ${number("he", all)} אלה:`,
    identicalChars: ([most = 2]) => `לכל היותר ${identical(most)} ברצף`,
    sequentialChars: ([most = 2]) =>
      `לכל היותר ${characters(most)} בסדר עוקב, כמו ${isolate("abc")} או ${isolate("321")}`,
    maxLength: ([most = 72]) => `לכל היותר ${bytes(most)}: סיסמה קצרה יותר`,
    lowerCase: () => `אות קטנה באנגלית (${isolate("a–z")})`,
    upperCase: () => `אות גדולה באנגלית (${isolate("A–Z")})`,
    numbers: () => `ספרה (${isolate("0–9")})`,
    specialCharacters: () => `תו מיוחד (כמו\u00a0${isolate("!@#$")})`,
  },
  errors: {
    network: ({ details }) =>
      details.reload
        ? "חלק מהדף לא נטען. יש לטעון אותו מחדש, ואז לנסות שוב."
        : details.online
          ? "לא הצלחנו להגיע לשירות הכניסה. כדאי לבדוק את החיבור ולנסות שוב."
          : "אין חיבור לאינטרנט. יש להתחבר, ואז לנסות שוב.",
    timeout: "שירות הכניסה לא ענה בזמן. אפשר לנסות שוב.",
    aborted: "הפעולה בוטלה. אפשר לנסות שוב בכל עת.",
    rate_limited: ({ retryAfter }) =>
      retryAfter
        ? `היו יותר מדי ניסיונות. יש להמתין ${seconds(retryAfter)}, ואז לנסות שוב.`
        : "היו יותר מדי ניסיונות. יש להמתין רגע, ואז לנסות שוב.",
    server: "משהו השתבש אצלנו. אפשר לנסות שוב בעוד רגע.",
    invalid_response: "משהו בדרך בינינו הפריע. כדאי לבדוק את החיבור ולנסות שוב.",

    insecure_context: "הדף הזה לא מאובטח, ולכן אי אפשר להיכנס כאן. יש לפתוח אותו עם https.",
    storage_unavailable:
      "הדפדפן לא מרשה לדף הזה לזכור את הכניסה שלך. יש לאפשר את נתוני האתר לדף הזה, ואז לנסות שוב.",
    third_party_cookies_blocked:
      "הגדרות הפרטיות בדפדפן לא מאפשרות להיכנס מהדף הזה. אפשר לעשות זאת בדף הכניסה.",

    popup_blocked: "הדפדפן לא פתח את חלון הכניסה. יש לאפשר כאן חלונות קופצים, ואז לנסות שוב.",
    popup_closed: "חלון הכניסה נסגר לפני הסוף. אפשר לנסות שוב בכל עת.",
    popup_unavailable: "חלון הכניסה לא מצליח להגיע לדף הזה. אפשר להמשיך בדף הכניסה.",

    invalid_callback: "קישור הכניסה הזה לא עובד. יש להתחיל כאן מחדש.",
    unsolicited: "הכניסה הזאת לא התחילה בדף הזה. יש להתחיל כאן מחדש.",
    transaction_lost: "איבדנו את הקשר עם הכניסה שלך. יש להתחיל כאן מחדש.",
    transaction_expired: "הכניסה הזאת נמשכה יותר מדי זמן. יש להתחיל כאן מחדש.",
    invalid_token: "לא הצלחנו לאמת את הכניסה שלך. כדאי לבדוק את השעון במכשיר ולנסות שוב.",

    login_required: "לא הצלחנו להשלים כאן את הכניסה שלך. אפשר להמשיך בדף הכניסה.",
    consent_required: "לפני שממשיכים נדרש אישור ממך. אפשר לתת אותו בדף הכניסה.",
    interaction_required: "נשאר עוד שלב אחד. אפשר להשלים אותו בדף הכניסה.",
    user_changed: "הכניסה עכשיו היא בחשבון אחר. כדי להמשיך יש לטעון את הדף מחדש.",

    invalid_credentials: "האימייל והסיסמה לא תואמים.",
    invalid_otp: "הקוד הזה שגוי, או שתוקפו פג.",
    too_many_attempts:
      "החשבון שלך נעול כרגע כדי להגן עליו. באימייל ששלחנו מוסבר איך לפתוח אותו, ואפשר גם לנסות שוב מאוחר יותר.",
    blocked_user: "אי אפשר להיכנס עם החשבון הזה. אם לדעתך זו טעות, אפשר לפנות לתמיכה.",
    password_leaked:
      "הסיסמה הזאת הופיעה בדליפה מאתר אחר. כדי להגן על החשבון, יש לאפס אותה לפי האימייל ששלחנו.",
    mfa_required: "בחשבון שלך נדרש שלב שני. אפשר להשלים אותו בדף הכניסה.",
    expired_token: "זה נמשך יותר מדי זמן. יש להיכנס שוב.",
    authorization_pending: "ממתינים לתשובה שלך במכשיר.",
    slow_down: "ממתינים לתשובה שלך במכשיר.",
    association_required: "קודם יש להגדיר שלב שני. אפשר לעשות זאת בדף הכניסה.",
    requires_verification: "עלינו לאמת את הזהות שלך. אפשר לעשות זאת בדף הכניסה.",

    invalid_signup: "לא הצלחנו ליצור את החשבון הזה. אם כבר יש לך חשבון, אפשר להיכנס אליו.",
    user_exists: "כבר יש חשבון עם הכתובת הזאת. אפשר להיכנס אליו.",
    username_exists: "שם המשתמש הזה תפוס. יש לבחור שם אחר.",
    invalid_email: `יש להזין כתובת כמו ${isolate("name@example.com")}.`,
    invalid_phone_number: `יש להזין מספר כמו ${isolate("+972\u00a050\u00a0234\u00a05678")}.`,
    sms_provider_error: "לא הצלחנו לשלוח הודעת טקסט למספר הזה. כדאי לבדוק אותו ולנסות שוב.",
    invalid_captcha: "הבדיקה לא הצליחה. אפשר לנסות אותה שוב.",
    invalid_password: ({ details }) => {
      switch (details.policy) {
        case "strength":
          return "יש לבחור סיסמה חזקה יותר.";
        case "dictionary":
          return "הסיסמה הזאת נפוצה מדי. יש לבחור סיסמה אחרת.";
        case "user_info":
          return "אין לכלול בסיסמה את השם או את האימייל שלך.";
        case "history":
          return "כבר השתמשת בסיסמה הזאת בעבר. יש לבחור סיסמה חדשה.";
      }
    },
    signup_disabled: "אי אפשר ליצור כאן חשבונות חדשים כרגע.",

    invalid_grant: "תוקף הכניסה שלך פג. יש להיכנס שוב.",
    access_denied: "אין לך גישה. אפשר לפנות למי שמפעיל את האפליקציה.",
    unauthorized_client: "הכניסה עוד לא הוגדרה כאן. כדאי להודיע למי שמפעיל את האפליקציה.",
    insufficient_scope: "אין לך גישה לחלק הזה של החשבון. יש להיכנס שוב.",
    inexistent_user: "החשבון הזה כבר לא קיים. כדי להמשיך יש לטעון את הדף מחדש.",
    legacy_endpoint_disabled: "הכניסה לא הוגדרה נכון. כדאי להודיע למי שמפעיל את האפליקציה.",
    origin_not_allowed: "הכניסה עוד לא הוגדרה לדף הזה. כדאי להודיע למי שמפעיל את האפליקציה.",
    invalid_request: "הכניסה לא הוגדרה נכון. כדאי להודיע למי שמפעיל את האפליקציה.",
  },
};

function characters(value: number): string {
  return count("he", value, { one: "תו אחד", two: "שני תווים", other: "# תווים" });
}

function identical(value: number): string {
  return count("he", value, {
    one: "תו זהה אחד",
    two: "שני תווים זהים",
    other: "# תווים זהים",
  });
}

function bytes(value: number): string {
  return count("he", value, { one: "בייט אחד", two: "שני בייטים", other: "# בייטים" });
}

function seconds(duration: number): string {
  return count("he", Math.ceil(duration / 1000), {
    one: "שנייה אחת",
    two: "שתי שניות",
    other: "# שניות",
  });
}
