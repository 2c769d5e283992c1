import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";
import { Claims } from "./claims.js";
import { Failure } from "./failure.js";
import { Section } from "./section.js";
import { useUserInfo } from "./use-user-info.js";

/** Calls the tenant's own API with the access token and shows what it answers. */
export function UserInfoSection(): ReactNode {
  const { state, ask } = useUserInfo();
  const words = useWords(userInfoWords);
  return (
    <Section id="user-info" title={words.title} lead={words.lead}>
      <div className="act">
        <button
          type="button"
          className="button quiet"
          aria-disabled={state.status === "pending"}
          onClick={ask}
        >
          {words.ask}
        </button>
        <output>
          {state.status === "pending" && words.asking}
          {state.status === "succeeded" && words.answered}
          {state.status === "failed" && <Failure error={state.error} />}
        </output>
      </div>
      {state.status === "succeeded" && <Claims of={state.user} />}
    </Section>
  );
}

const userInfoWords = {
  en: {
    title: "What the tenant says now",
    lead: "The ID token is from your sign-in. This asks again.",
    ask: "Call /userinfo with the access token",
    asking: "Asking the tenant…",
    answered: "The tenant answered:",
  },
  ar: {
    title: "ما يقوله المستأجر الآن",
    lead: "رمز الهوية من وقت تسجيل دخولك. هذا يسأل من جديد.",
    ask: "استدعاء \u2066/userinfo\u2069 برمز الوصول",
    asking: "جارٍ سؤال المستأجر…",
    answered: "أجاب المستأجر:",
  },
};
