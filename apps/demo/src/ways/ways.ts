import type { Words } from "../words/use-words.js";

/** A page that shows one way to sign in. */
export interface Way {
  readonly href: string;
  readonly name: string;
  readonly what: string;
  /** The components and hooks that make it. */
  readonly madeOf: string;
  /** The page's file below `apps/demo/src`. */
  readonly source: string;
}

const pages = [
  { href: "/sign-in", madeOf: "<Login>, <Mfa>", source: "pages/sign-in.tsx" },
  { href: "/sign-in/panel", madeOf: "<AuthPanel>", source: "pages/panel.tsx" },
  { href: "/", madeOf: "<AuthPanel dialog>", source: "site/sign-in-dialog.tsx" },
  {
    href: "/sign-in?via=password-realm",
    madeOf: '<Login via="password-realm">, <Mfa>',
    source: "pages/sign-in.tsx",
  },
  { href: "/sign-up", madeOf: "<Signup fields terms>", source: "pages/sign-up.tsx" },
  {
    href: "/sign-in/code",
    madeOf: '<Passwordless channel="either">',
    source: "pages/code-sign-in.tsx",
  },
  { href: "/sign-in/link", madeOf: '<Passwordless send="link">', source: "pages/link-sign-in.tsx" },
  { href: "/sign-in/providers", madeOf: "<SocialButtons mode>", source: "pages/providers.tsx" },
  { href: "/reset-password", madeOf: "<ResetPassword>", source: "pages/new-password.tsx" },
  {
    href: "/organizations",
    madeOf: "<Login organization>, readInvitation()",
    source: "pages/organizations.tsx",
  },
  {
    href: "/sign-in/your-own",
    madeOf: "useLogin(), useMfa(), useLoginWithConnection()",
    source: "pages/your-own.tsx",
  },
  { href: "/projects", madeOf: "useSession()", source: "session/signed-in-only.tsx" },
] as const;

type Href = (typeof pages)[number]["href"];
type WayWords = Readonly<Record<Href, readonly [name: string, what: string]>>;

function waysIn(words: WayWords): readonly Way[] {
  return pages.map((page) => {
    const [name, what] = words[page.href];
    return { ...page, name, what };
  });
}

/** The samples, in the order in which somebody new would look at them. */
export const ways: Words<readonly Way[]> = {
  en: waysIn({
    "/sign-in": ["Sign-in", "A password that is checked without leaving the page."],
    "/sign-in/panel": ["The panel in a page", "Sign-in, sign-up, code and reset on one card."],
    "/": ["The panel in a dialog", "Behind “Sign in” on the start page, with every way in."],
    "/sign-in?via=password-realm": [
      "With a second step",
      "At the token endpoint, where an app’s code is asked for in the page.",
    ],
    "/sign-up": ["Sign-up", "With name, practice, newsletter and terms."],
    "/sign-in/code": ["A code", "By e-mail or text message, sent again after a wait."],
    "/sign-in/link": ["A link", "By e-mail; it leads to where you wanted."],
    "/sign-in/providers": ["Other accounts", "By leaving the page, or in a window."],
    "/reset-password": ["A new password", "The same answer, whoever asks."],
    "/organizations": ["Organizations", "By name or by invitation."],
    "/sign-in/your-own": [
      "A page of your own",
      "Another look on hooks alone, second step included.",
    ],
    "/projects": ["A page behind the door", "Sign in first, then come back to it."],
  }),
  ar: waysIn({
    "/sign-in": ["تسجيل الدخول", "كلمة مرور يتم التحقق منها دون مغادرة الصفحة."],
    "/sign-in/panel": [
      "اللوحة داخل الصفحة",
      "الدخول والتسجيل والرمز وإعادة التعيين في بطاقة واحدة.",
    ],
    "/": ["اللوحة في نافذة حوار", "خلف زر تسجيل الدخول في الصفحة الرئيسية، بكل طرق الدخول."],
    "/sign-in?via=password-realm": [
      "مع خطوة ثانية",
      "عبر نقطة إصدار الرموز، حيث يُطلب رمز التطبيق داخل الصفحة.",
    ],
    "/sign-up": ["إنشاء حساب", "مع الاسم والمكتب والرسائل والشروط."],
    "/sign-in/code": ["رمز", "بالبريد الإلكتروني أو برسالة نصية، ويُعاد إرساله بعد مهلة."],
    "/sign-in/link": ["رابط", "بالبريد الإلكتروني، ويقود إلى الصفحة المطلوبة."],
    "/sign-in/providers": ["حسابات أخرى", "بمغادرة الصفحة أو في نافذة."],
    "/reset-password": ["كلمة مرور جديدة", "الجواب نفسه أيًا كان السائل."],
    "/organizations": ["المؤسسات", "بالاسم أو بدعوة."],
    "/sign-in/your-own": ["صفحة خاصة بك", "مظهر آخر مبني على الدوال وحدها، ومعه الخطوة الثانية."],
    "/projects": ["صفحة خلف الباب", "تسجيل الدخول أولًا، ثم العودة إليها."],
  }),
};
