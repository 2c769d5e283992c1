import { isAuthError } from "../errors/auth-error.js";
import { withDeadline } from "../transport/deadline.js";
import type { Examination } from "./examination.js";
import { addressOf, transactionOf } from "./silent-answer.js";

/**
 * Whether the tenant sends a silent answer back to the redirect URI: GET /authorize in a hidden iframe, whose
 * address can be read once it is of this origin again. Nothing of the app runs in it.
 */
export async function comesBack(examination: Examination): Promise<boolean> {
  const { config, signal } = examination;
  const transaction = transactionOf(examination);
  const mode = transaction.responseType === "code" ? "query" : "fragment";
  const url = await addressOf(examination, transaction, mode);
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.src = url;
  try {
    return await withDeadline(config.deadlines.silent, { signal }, async () => {
      await new Promise((resolve) => {
        frame.addEventListener("load", resolve);
        document.documentElement.append(frame);
      });
      return addressIn(frame).includes(transaction.state);
    });
  } catch (error) {
    if (isAuthError(error, "timeout")) return false;
    throw error;
  } finally {
    frame.remove();
  }
}

/** Empty where the document is of another origin. */
function addressIn(frame: HTMLIFrameElement): string {
  try {
    return frame.contentWindow?.location.href ?? "";
  } catch {
    return "";
  }
}
