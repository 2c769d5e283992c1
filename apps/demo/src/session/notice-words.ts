import type { Words } from "../words/use-words.js";

/** What there is to tell about nobody being signed in. */
export type NoticeName =
  | "expired"
  | "elsewhere"
  | "somebodyElse"
  | "signedOut"
  | "unreachable"
  | "tooOld"
  | "refused"
  | "noStorage"
  | "insecure"
  | "notSetUp"
  | "unknown";

/** What happened, and what to do about it. */
type NoticeWords = Readonly<Record<NoticeName, readonly [what: string, todo: string]>>;

const { origin } = window.location;
const goOn = "Sign in to go on where you were.";
const goOnAr = "يُرجى تسجيل الدخول للمتابعة من حيث توقفت.";

/** Every notice in every language. */
export const noticeWords: Words<NoticeWords> = {
  en: {
    expired: ["Your session has ended.", goOn],
    elsewhere: ["You signed out somewhere else.", goOn],
    somebodyElse: ["Somebody else signed in in this browser.", "Sign in as yourself."],
    signedOut: ["You’re signed out.", ""],
    unreachable: [
      "We couldn’t reach the sign-in service.",
      "Check your connection and try again in a moment.",
    ],
    tooOld: ["That sign-in was too old or already used.", "Nothing is lost: sign in once more."],
    refused: [
      "Sign-in was cancelled or refused.",
      "Sign in again, or ask whoever runs your workspace for access.",
    ],
    noStorage: [
      "Your browser keeps no data for this page.",
      "Allow cookies and site data for it, then try again.",
    ],
    insecure: ["This address isn’t secure enough to sign in.", "Open Atrium over https."],
    notSetUp: [
      "Sign-in isn’t set up for this address.",
      `Whoever runs Atrium has to allow ${origin} at its tenant.`,
    ],
    unknown: ["We couldn’t tell whether you’re signed in.", "Sign in, or try again."],
  },
  ar: {
    expired: ["انتهت جلستك.", goOnAr],
    elsewhere: ["تم تسجيل خروجك من مكان آخر.", goOnAr],
    somebodyElse: ["سجّل شخص آخر دخوله في هذا المتصفح.", "يُرجى تسجيل الدخول بحسابك."],
    signedOut: ["تم تسجيل الخروج.", ""],
    unreachable: [
      "تعذّر الوصول إلى خدمة تسجيل الدخول.",
      "يُرجى التحقق من الاتصال ثم إعادة المحاولة بعد قليل.",
    ],
    tooOld: [
      "كانت محاولة الدخول هذه قديمة أو مستخدمة من قبل.",
      "لم يضِع شيء: يُرجى تسجيل الدخول مرة أخرى.",
    ],
    refused: [
      "أُلغي تسجيل الدخول أو رُفض.",
      "يُرجى تسجيل الدخول مرة أخرى، أو طلب الإذن من المسؤول عن مساحة العمل.",
    ],
    noStorage: [
      "لا يحفظ متصفحك أي بيانات لهذه الصفحة.",
      "يُرجى السماح لها بملفات تعريف الارتباط ثم إعادة المحاولة.",
    ],
    insecure: ["هذا العنوان ليس آمنًا بما يكفي لتسجيل الدخول.", "يُرجى فتح Atrium عبر https."],
    notSetUp: [
      "لم يُهيَّأ تسجيل الدخول لهذا العنوان.",
      `على المسؤول عن Atrium السماح بالعنوان \u2068${origin}\u2069 لدى المستأجر.`,
    ],
    unknown: ["تعذّر التحقق من تسجيل دخولك.", "يُرجى تسجيل الدخول أو إعادة المحاولة."],
  },
};
