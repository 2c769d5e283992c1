import { setTimeout as delay } from "node:timers/promises";

/** Resolves when `url` answers a request, by asking; throws when it has not within `seconds`. */
export async function answers(url, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const reply = await fetch(url, { signal: AbortSignal.timeout(seconds * 1000) }).catch(
      (error) => error,
    );
    if (reply.ok) return;
    if (Date.now() > end) throw new Error(`${url} does not answer.`, { cause: reply });
    await delay(50);
  }
}
