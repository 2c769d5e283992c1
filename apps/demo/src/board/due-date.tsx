import type { ReactNode } from "react";
import { useLocale, useWords } from "../words/use-words.js";

const today = new Date();

/** A review date, so many days from today. */
export function DueDate({ dueIn }: { readonly dueIn: number }): ReactNode {
  const locale = useLocale();
  const tomorrow = useWords({ en: "Tomorrow", ar: "غدًا" });
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + dueIn);
  const format = (options: Intl.DateTimeFormatOptions) => date.toLocaleDateString(locale, options);
  return (
    <time className="due" dateTime={date.toLocaleDateString("sv-SE")}>
      <span>{dueIn === 1 ? tomorrow : format({ weekday: "short" })}</span>{" "}
      {format({ day: "numeric", month: "short" })}
    </time>
  );
}
