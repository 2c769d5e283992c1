import type { ReactNode } from "react";
import { useWords } from "../words/use-words.js";

/** Keeps the place of what is on its way. */
export function Waiting(): ReactNode {
  const { loading } = useWords(waitingWords);
  return (
    <div className="waiting">
      <output className="unseen">{loading}</output>
    </div>
  );
}

const waitingWords = { en: { loading: "Loading" }, ar: { loading: "جارٍ التحميل" } };
