import type { ReactNode } from "react";
import { useLocale } from "../words/use-words.js";
import { useMinute } from "./use-minute.js";

const minute = 60_000;

/** A point in time, in milliseconds since 1970: how far it is, kept fresh, and when it is. */
export function Moment({ at }: { readonly at: number }): ReactNode {
  const now = useMinute();
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {distance(Math.floor(at / minute) - Math.floor(now / minute), locale)}{" "}
      <small dir="auto">{formatMoment(at, locale)}</small>
    </time>
  );
}

/** A point in time, in milliseconds since 1970, as a date and a time of day. */
export function formatMoment(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(at);
}

function distance(minutes: number, locale: string): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(minutes) < 100) return relative.format(minutes, minutes === 0 ? "second" : "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48
    ? relative.format(hours, "hour")
    : relative.format(Math.round(hours / 24), "day");
}
