import { useState, type ReactNode } from "react";
import { chooseLanguage, useSpeech, type Language } from "./language.js";
import { useSiteWords } from "./use-words.js";

const names: readonly (readonly [Language, string])[] = [
  ["en", "English"],
  ["ar", "العربية"],
];

/** The languages that the site speaks, each called by its own name. */
export function LanguageSwitch(): ReactNode {
  const { language } = useSpeech();
  const [hasFailed, setFailed] = useState(false);
  const words = useSiteWords();
  const choose = (chosen: Language) =>
    chooseLanguage(chosen).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <fieldset className="languages" aria-label={words.language}>
      {names.map(([name, called]) => (
        <button
          key={name}
          type="button"
          className="text"
          lang={name}
          aria-pressed={name === language}
          onClick={() => void choose(name)}
        >
          {called}
        </button>
      ))}
      <output>{hasFailed && words.noLanguage}</output>
    </fieldset>
  );
}
