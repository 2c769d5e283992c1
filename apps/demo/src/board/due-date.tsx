import type { ReactNode } from "react";

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short" });
const dayAndMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const today = new Date();

/** A review date, so many days from today. */
export function DueDate({ dueIn }: { readonly dueIn: number }): ReactNode {
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + dueIn);
  return (
    <time className="due" dateTime={date.toLocaleDateString("sv-SE")}>
      <span>{dueIn === 1 ? "Tomorrow" : weekday.format(date)}</span> {dayAndMonth.format(date)}
    </time>
  );
}
