import type { HttpContext } from "../http/environment.js";
import { errorPage } from "../pages/error-page.js";
import { messagePage, type Message } from "../pages/response-pages.js";
import type { Html } from "../pages/send-page.js";
import { newSecret } from "../tokens/secret.js";
import { takeFault } from "./take-fault.js";

/** The page that answers `response_mode=web_message`, broken as a fault rule asks. */
export function answerByMessage(c: HttpContext, message: Message): Html {
  const { response } = message;
  const fault = takeFault(c, "message");
  const kind = fault?.kind;
  switch (kind) {
    case undefined:
      return messagePage(message);
    case "wm-no-state":
      return messagePage({ ...message, response: without(response, "state") });
    case "wm-wrong-state":
      return messagePage({ ...message, response: { ...response, state: newSecret(12) } });
    case "wm-wrong-origin":
      return messagePage({ ...message, origin: "https://another-app.example" });
    case "wm-silent":
      return messagePage({ ...message, response: undefined });
    case "wm-html":
      return errorPage(silentPage);
    case "wm-double":
      return messagePage({ ...message, times: 2 });
    case "wm-late":
      return messagePage({ ...message, delay: fault?.ms ?? 0 });
    default:
      return kind satisfies never;
  }
}

const silentPage = {
  error: "server_error",
  description: "A fault rule asked for this page in place of a message.",
  fix: "Remove the rule, or let the application wait no longer than it has to.",
};

function without(members: Message["response"], name: string): Message["response"] {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([key]) => key !== name));
}
