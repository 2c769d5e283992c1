import { en, type Messages } from "../packages/components/src/index.js";

const files = import.meta.glob<Readonly<Record<string, Messages>>>([
  "../packages/components/src/i18n/locales/*.ts",
  "!**/*.test.ts",
]);

const byLocale = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));

/** Every language of the package, by the name of its file. */
export const locales: readonly string[] = [...byLocale.keys()];

/** The words of a language, loaded when they are asked for; English for one that is none. */
export async function wordsOf(locale: unknown): Promise<Messages> {
  const file = await byLocale.get(String(locale))?.();
  return Object.values(file ?? {})[0] ?? en;
}

/** What a language is called in itself, as far as it is one. */
export function titleOf(locale: string): string {
  if (locale === "pseudo") return "Pseudo (looks foreign, reads as English)";
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ts$/, "");
}
