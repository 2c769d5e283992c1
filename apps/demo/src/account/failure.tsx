import type { AuthError, AuthErrorCode } from "@portico/react";
import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";

/** A call that failed, with the code that a program would read. */
export function Failure({ error }: { readonly error: AuthError }): ReactNode {
  const words = useWords(failureWords);
  const { code, retryable } = error;
  const known = words.known[code];
  return (
    <span className="failure">
      {known ?? (retryable ? words.passing : words.lasting)} <code>{code}</code>
    </span>
  );
}

interface FailureWords {
  readonly passing: string;
  readonly lasting: string;
  readonly known: Readonly<Partial<Record<AuthErrorCode, string>>>;
}

const failureWords: Readonly<Record<"en" | "ar", FailureWords>> = {
  en: {
    passing: "That didn’t work. Try again in a moment.",
    lasting: "That didn’t work.",
    known: {
      // After a sign-in at the token endpoint, or where the browser hides the tenant's cookies.
      login_required: "The tenant sees no session of yours; this page keeps its own.",
      network: "The sign-in service can’t be reached. Check your connection, then try again.",
      invalid_credentials: "That password isn’t right.",
      too_many_attempts: "Too many tries. Wait a while, then try again.",
      popup_blocked: "Your browser blocked the window.",
      popup_closed: "The window was closed before it was done.",
      popup_unavailable: "This browser doesn’t let the window answer.",
      user_changed: "Somebody else signed in there. You are still yourself here.",
      unauthorized_client: "Atrium may not ask for passwords here. Use the window.",
      insufficient_scope: "Your account may not do this.",
    },
  },
  ar: {
    passing: "لم ينجح ذلك. يُرجى إعادة المحاولة بعد قليل.",
    lasting: "لم ينجح ذلك.",
    known: {
      login_required: "لا يرى المستأجر جلسة لك، وهذه الصفحة تحتفظ بجلستها.",
      network: "تعذّر الوصول إلى خدمة تسجيل الدخول. يُرجى التحقق من الاتصال ثم إعادة المحاولة.",
      invalid_credentials: "كلمة المرور غير صحيحة.",
      too_many_attempts: "محاولات كثيرة. يُرجى الانتظار قليلًا ثم إعادة المحاولة.",
      popup_blocked: "حظر المتصفح النافذة.",
      popup_closed: "أُغلقت النافذة قبل إكمال الخطوات.",
      popup_unavailable: "لا يسمح هذا المتصفح للنافذة بالرد.",
      user_changed: "سجّل شخص آخر الدخول هناك. ما زال حسابك هنا كما هو.",
      unauthorized_client: "لا يُسمح لـ Atrium بطلب كلمات المرور هنا. يُرجى استخدام النافذة.",
      insufficient_scope: "لا يُسمح لحسابك بذلك.",
    },
  },
};
