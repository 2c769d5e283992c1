import { openEmptyWindow } from "../browser/empty-window.js";
import { isAuthError } from "../errors/auth-error.js";
import { withDeadline } from "../transport/deadline.js";
import type { Examination } from "./examination.js";
import { addressOf, transactionOf } from "./silent-answer.js";

/** What a window at the tenant, where its cookies are first-party, says about who is signed in. */
export type WindowAnswer = "signed-in" | "refused" | "cut-off" | "silence";

/** Opens a small window for `windowAnswer`; null where the browser does not allow it. */
export function openProbeWindow(): Window | null {
  return openEmptyWindow("popup,width=300,height=200");
}

/** Asks silently in that window: GET /authorize. Its answer is not redeemed. */
export async function windowAnswer(examination: Examination, popup: Window): Promise<WindowAnswer> {
  const { config, signal } = examination;
  const transaction = transactionOf(examination);
  const url = await addressOf(examination, transaction, "web_message");
  const end = new AbortController();
  try {
    return await withDeadline(config.deadlines.silent, { signal }, () => {
      const answer = Promise.race([
        answerOf(examination, popup, transaction.state, end.signal),
        closing(popup, end.signal),
      ]);
      popup.location.replace(url);
      return answer;
    });
  } catch (error) {
    if (isAuthError(error, "timeout")) return "silence";
    throw error;
  } finally {
    end.abort();
  }
}

function answerOf(
  { tenant }: Examination,
  popup: Window,
  state: string,
  signal: AbortSignal,
): Promise<WindowAnswer> {
  return new Promise((resolve) => {
    const onMessage = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== tenant.origin || source !== popup) return;
      const response = responseIn(data);
      if (response["state"] === state) resolve("error" in response ? "refused" : "signed-in");
    };
    window.addEventListener("message", onMessage, { signal });
  });
}

function responseIn(data: unknown): Readonly<Record<string, unknown>> {
  const response = typeof data === "object" && data !== null && "response" in data && data.response;
  return typeof response === "object" && response !== null ? { ...response } : {};
}

/** A window that a Cross-Origin-Opener-Policy cuts off looks closed from here. */
function closing(popup: Window, signal: AbortSignal): Promise<WindowAnswer> {
  return new Promise((resolve) => {
    const timer = setInterval(() => popup.closed && resolve("cut-off"), 200);
    signal.addEventListener("abort", () => clearInterval(timer));
  });
}
