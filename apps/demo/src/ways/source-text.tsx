import { useState, type ReactNode } from "react";
import { useWords } from "../words/use-words.js";

const files = import.meta.glob<string>(
  [
    "../pages/{sign-in,panel,sign-up,code-sign-in,link-sign-in,providers,new-password,organizations,your-own}.tsx",
    "../session/signed-in-only.tsx",
    "../site/sign-in-dialog.tsx",
  ],
  { query: "?raw", import: "default" },
);

/** A file of this app, by its path below `src`; its text loads when it is opened. */
export function SourceText({ path }: { readonly path: string }): ReactNode {
  const [text, setText] = useState<string>();
  const words = useWords(sourceWords);
  const load = files[`../${path}`];
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) load?.().then(setText, () => setText(words.failed));
      }}
    >
      <summary>
        <bdi>apps/demo/src/{path}</bdi>
      </summary>
      <pre dir="ltr">{text ?? words.waiting}</pre>
    </details>
  );
}

const sourceWords = {
  en: { waiting: "Loading…", failed: "It didn’t load. Close and open it to try again." },
  ar: { waiting: "جارٍ التحميل…", failed: "تعذّر التحميل. يُرجى الإغلاق ثم الفتح مرة أخرى." },
};
