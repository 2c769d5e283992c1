import type { Factor } from "@portico/react";

type FactorWords = Readonly<Record<Factor, string>>;

const factors = {
  otp: "Authenticator app",
  sms: "Text message",
  voice: "Call",
  email: "E-mail",
  push: "Your device",
  "recovery-code": "Recovery code",
} satisfies FactorWords;

const factorsAr = {
  otp: "تطبيق المصادقة",
  sms: "رسالة نصية",
  voice: "مكالمة هاتفية",
  email: "البريد الإلكتروني",
  push: "جهازك",
  "recovery-code": "رمز الاسترداد",
} satisfies FactorWords;

/** What the sign-in made of hooks says. */
export const ownWords = {
  en: {
    pageTitle: "A sign-in of your own",
    title: "Sign in",
    lead: "Your own form on Portico’s hooks.",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    pending: "Signing in…",
    hosted: "Use the hosted page",
    factorTitle: "Confirm that it’s you",
    looking: "Looking for your second step…",
    again: "Try again",
    setUp: "Your account needs a second step.",
    setUpApp: "Set up an authenticator app",
    typeSecret: "Type this into your authenticator app:",
    factors,
    answers: {
      ...factors,
      otp: "Code of your app",
      sms: "Code we sent to your phone",
      voice: "Code we told you",
      email: "Code we sent to your e-mail",
    } satisfies FactorWords,
    onDevice: "Say yes on your device.",
    go: "Continue",
    checking: "Checking…",
    otherFactor: "Another way",
    keepTitle: "Your new recovery code",
    keep: "Keep this somewhere safe. It lets you in once, should you lose your device.",
    kept: "I’ve kept it",
    restart: "Sign in again",
    drawing: "D-001 Entrance",
    sheet: "1 : 1",
  },
  ar: {
    pageTitle: "صفحة دخول خاصة بك",
    title: "تسجيل الدخول",
    lead: "نموذج خاص بك مبني على دوال Portico.",
    email: "البريد الإلكتروني",
    password: "كلمة المرور",
    submit: "تسجيل الدخول",
    pending: "جارٍ تسجيل الدخول…",
    hosted: "استخدام الصفحة المستضافة",
    factorTitle: "تأكيد هويتك",
    looking: "جارٍ البحث عن خطوتك الثانية…",
    again: "إعادة المحاولة",
    setUp: "يتطلب حسابك خطوة ثانية.",
    setUpApp: "إعداد تطبيق المصادقة",
    typeSecret: "يُرجى كتابة هذا في تطبيق المصادقة:",
    factors: factorsAr,
    answers: {
      ...factorsAr,
      otp: "الرمز الظاهر في التطبيق",
      sms: "الرمز المُرسل إلى هاتفك",
      voice: "الرمز الذي سمعته",
      email: "الرمز المُرسل إلى بريدك",
    } satisfies FactorWords,
    onDevice: "يُرجى الموافقة على جهازك.",
    go: "متابعة",
    checking: "جارٍ التحقق…",
    otherFactor: "طريقة أخرى",
    keepTitle: "رمز الاسترداد الجديد",
    keep: "يُرجى حفظه في مكان آمن، فهو يتيح لك الدخول مرة واحدة إذا فقدت جهازك.",
    kept: "حفظته",
    restart: "تسجيل الدخول من جديد",
    drawing: "D-001 المدخل",
    sheet: "1 : 1",
  },
};

/** What went wrong, and what to do about it. */
export const problemWords = {
  en: {
    wrong: "That e-mail and password don’t match.",
    wrongCode: "That code isn’t right. Try the newest one.",
    tooLate: "That took too long. Sign in again.",
    tooOften: "That was too often.",
    refused: "You weren’t let in. Ask whoever runs your workspace.",
    hosted: "This needs the hosted page.",
    offline: "We couldn’t reach the sign-in service. Check your connection.",
    failed: "That didn’t work. Try again.",
    wait: (seconds: number) => `Wait ${seconds} s.`,
  },
  ar: {
    wrong: "البريد الإلكتروني وكلمة المرور غير متطابقين.",
    wrongCode: "الرمز غير صحيح. يُرجى استخدام أحدث رمز.",
    tooLate: "انتهت المهلة. يُرجى تسجيل الدخول من جديد.",
    tooOften: "كثرت المحاولات.",
    refused: "لم يُسمح بالدخول. يُرجى سؤال المسؤول عن مساحة العمل.",
    hosted: "يتطلب هذا الصفحة المستضافة.",
    offline: "تعذّر الوصول إلى خدمة تسجيل الدخول. يُرجى التحقق من الاتصال.",
    failed: "لم ينجح ذلك. يُرجى إعادة المحاولة.",
    wait: (seconds: number) => `يُرجى الانتظار ${seconds} ث.`,
  },
};
