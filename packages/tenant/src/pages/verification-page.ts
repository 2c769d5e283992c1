import { html } from "hono/html";
import { inlineJson, script } from "./inline-script.js";
import { layout } from "./layout.js";
import type { Html } from "./send-page.js";

export interface Verification {
  /** The transaction's id. */
  readonly state: string;
  readonly csrf: string;
  /** Names the login ticket whose verifier is asked for. */
  readonly coId: string;
  /** The application's page that calls `crossOriginVerification()`. */
  readonly url: string;
  /** Origin of this tenant. */
  readonly tenantOrigin: string;
  readonly nonce: string;
}

/** Milliseconds until a page that does not answer is given up. */
const patience = 5000;

/**
 * The tenant's half of cross-origin verification: asks the application's page, in an iframe, for
 * the verifier of a login ticket whose cookie did not arrive, and posts it on.
 */
export function verificationPage(verification: Verification): Html {
  const { state, csrf, coId, url, tenantOrigin, nonce } = verification;
  const address = `${url.split("#")[0] ?? ""}#origin=${encodeURIComponent(tenantOrigin)}`;
  return layout(
    "Signing in",
    html`<section class="card">
        <h1>Signing you in</h1>
        <p class="lead">One moment.</p>
        <form method="post" action="/co/verify?state=${encodeURIComponent(state)}">
          <input type="hidden" name="csrf" value="${csrf}" />
          <input type="hidden" name="verifier" value="" />
          <noscript><button id="go">Continue</button></noscript>
        </form>
        <iframe id="verification" title="Verification" src="${address}" hidden></iframe>
      </section>
      ${script(
        nonce,
        `const form = document.forms[0];
        const frame = document.getElementById("verification");
        const origin = ${inlineJson(new URL(url).origin)};
        const timer = setTimeout(() => form.submit(), ${patience});
        const finish = (verifier) => {
          clearTimeout(timer);
          removeEventListener("message", listen);
          form.elements.verifier.value = verifier;
          form.submit();
        };
        const ask = () => {
          const request = { type: "co_verifier_request", request: { id: ${inlineJson(coId)} } };
          frame.contentWindow.postMessage(request, origin);
        };
        function listen(event) {
          if (event.source !== frame.contentWindow || event.origin !== origin) return;
          const { type, response } = event.data ?? {};
          if (type === "ready") ask();
          if (type === "co_verifier_response") finish(String(response?.verifier ?? ""));
        }
        addEventListener("message", listen);
        frame.addEventListener("load", ask);`,
      )}`,
  );
}
