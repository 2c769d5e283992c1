import type { ReactNode } from "react";
import { useMinute } from "./use-minute.js";

const minute = 60_000;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** A point in time, in milliseconds since 1970: how far it is, kept fresh, and when it is. */
export function Moment({ at }: { readonly at: number }): ReactNode {
  const now = useMinute();
  return (
    <time dateTime={new Date(at).toISOString()}>
      {distance(Math.floor(at / minute) - Math.floor(now / minute))}{" "}
      <small dir="auto">{formatMoment(at)}</small>
    </time>
  );
}

/** A point in time, in milliseconds since 1970, as a date and a time of day. */
export function formatMoment(at: number): string {
  return absolute.format(at);
}

function distance(minutes: number): string {
  if (minutes === 0) return "now";
  if (Math.abs(minutes) < 100) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 48
    ? relative.format(hours, "hour")
    : relative.format(Math.round(hours / 24), "day");
}
