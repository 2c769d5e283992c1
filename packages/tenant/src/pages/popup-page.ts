import { barePage } from "./bare-page.js";
import { inlineJson, script } from "./inline-script.js";
import type { Html } from "./send-page.js";

export interface PopupAnswer {
  readonly response: Readonly<Record<string, string | number>>;
  /** Pages that may receive it. */
  readonly origins: readonly string[];
  readonly nonce: string;
}

/**
 * Answers `owp=true`: the popup itself speaks WinChan, the protocol of auth0-js' popups. It says
 * that it is ready, which is no secret, and answers an opener whose origin is allowed.
 */
export function popupPage({ response, origins, nonce }: PopupAnswer): Html {
  const kind = "error" in response ? "error" : "response";
  return barePage(
    "Authorization response",
    script(
      nonce,
      `const answer = ${inlineJson(JSON.stringify({ a: kind, d: response }))};
          const origins = ${inlineJson(origins)};
          addEventListener("message", (event) => {
            if (event.source !== opener || !origins.includes(event.origin)) return;
            try { if (JSON.parse(event.data).a !== "request") return; } catch { return; }
            opener.postMessage(answer, event.origin);
          });
          if (opener) opener.postMessage('{"a":"ready"}', "*");`,
    ),
  );
}

/** `/relay.html`, which old browsers load in an iframe to reach a popup. */
export function relayPage(origins: readonly string[], nonce: string): Html {
  return barePage(
    "Relay",
    script(
      nonce,
      `const origins = ${inlineJson(origins)};
          window.doPost = (message, origin) => {
            if (origins.includes(origin)) parent.postMessage(message, origin);
          };`,
    ),
  );
}
