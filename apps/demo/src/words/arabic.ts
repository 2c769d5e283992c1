import type { SiteWords } from "./site-words.js";

export { ar as messages } from "@portico/components/locales/ar";

/** What stands on every page, in Arabic. */
export const site: SiteWords = {
  skip: "الانتقال إلى المحتوى",
  loading: "جارٍ التحميل",
  signIn: "تسجيل الدخول",
  what: "Atrium هو التطبيق النموذجي لمكتبة Portico.",
  ways: "كل طرق الدخول",
  tenant: "المستأجر المحلي:",
  inbox: "البريد الوارد",
  language: "اللغة",
  noLanguage: "تعذّر تحميل هذه اللغة. يُرجى التحقق من الاتصال.",
  hosted: "استخدام صفحة تسجيل الدخول المستضافة بدلًا من ذلك",
  noHosted: "لم تُفتح الصفحة. يُرجى السماح بملفات تعريف الارتباط لهذه الصفحة ثم إعادة المحاولة.",
  sample: "مستخدم تجريبي لدى المستأجر المحلي",
  email: "البريد الإلكتروني",
  password: "كلمة المرور",
  fillIn: "ملء النموذج",
  broken: "تعذّر تحميل Atrium",
  offline: "يُرجى التحقق من الاتصال ثم إعادة تحميل الصفحة.",
  wrong: "في إعداد هذه الصفحة خطأ، وعلى القائمين عليها إصلاحه.",
  again: "إعادة التحميل",
};
