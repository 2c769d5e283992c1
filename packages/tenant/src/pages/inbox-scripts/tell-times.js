// @ts-check
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/**
 * Says how long ago each message was sent.
 *
 * @param {number} ahead milliseconds by which the tenant's clock is ahead of the browser's
 */
export function tellTimes(ahead) {
  for (const time of document.querySelectorAll("time")) {
    const sent = new Date(time.dateTime);
    time.textContent = timeAgo(Date.now() + ahead - sent.getTime());
    time.title = sent.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
  }
}

/** @param {number} milliseconds */
function timeAgo(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return words.format(-minutes, "minute");
  if (minutes < 1440) return words.format(-Math.floor(minutes / 60), "hour");
  return words.format(-Math.floor(minutes / 1440), "day");
}
