import { matchLocale, type Messages } from "@portico/components";
import { useSyncExternalStore } from "react";
import { siteWords, type SiteWords } from "./site-words.js";

/** What Atrium speaks. */
export type Language = "en" | "ar";

/** The language of the page, and the words in it that are there before any page is. */
export interface Speech {
  readonly language: Language;
  readonly site: SiteWords;
  /** The components' words; none where they bring their own. */
  readonly messages?: Messages;
  /** Whether these words are there. */
  readonly isReady: boolean;
}

const key = "atrium.language";
const languages: readonly Language[] = ["en", "ar"];
const listeners = new Set<() => void>();
let speech: Speech = { language: firstLanguage(), site: siteWords, isReady: false };

/** The language that the reader chose here before, or else the best one for the browser; call it once. */
export async function startLanguage(): Promise<void> {
  const { language } = speech;
  speak({ ...speech, isReady: language === "en" });
  // English brings its own words, and is the way out where others do not come.
  if (language !== "en") speak(await speechIn(language).catch(() => speechIn("en")));
}

/** Changes the language once its words are there, and keeps it for the next visit. Rejects where they do not come. */
export async function chooseLanguage(language: Language): Promise<void> {
  speak(await speechIn(language));
  keepLanguage(language);
}

/** The language of the page; the component renders again when it changes. */
export function useSpeech(): Speech {
  return useSyncExternalStore(subscribe, () => speech);
}

async function speechIn(language: Language): Promise<Speech> {
  if (language === "en") return { language, site: siteWords, isReady: true };
  const { messages, site } = await import("./arabic.js");
  return { language, site, messages, isReady: true };
}

function speak(next: Speech): void {
  speech = next;
  document.documentElement.lang = next.language;
  document.documentElement.dir = next.language === "ar" ? "rtl" : "ltr";
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function firstLanguage(): Language {
  const kept = keptLanguage();
  return (
    languages.find((known) => known === kept) ?? matchLocale(navigator.languages, languages) ?? "en"
  );
}

// A browser that keeps no data for the page throws at the mere mention of its storage.
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}
