import { answerByMessage } from "../faults/spoil-message.js";
import { spoilTokenResponse } from "../faults/spoil-token-response.js";
import type { HttpContext } from "../http/environment.js";
import { popupPage } from "../pages/popup-page.js";
import { formPostPage } from "../pages/response-pages.js";
import { sendPage } from "../pages/send-page.js";
import { newSecret } from "../tokens/secret.js";
import type { ResponseMembers } from "./issue-response.js";
import type { ReturnAddress } from "./return-address.js";

/** Sends an authorization response, good or bad, to where the request wants it. */
export function deliverResponse(
  c: HttpContext,
  address: ReturnAddress,
  members: ResponseMembers,
): Response | Promise<Response> {
  const { redirectUri, mode, state } = address;
  const response = { ...spoilTokenResponse(c, members), ...(state !== undefined && { state }) };
  c.header("Cache-Control", "no-store");
  switch (mode) {
    case "query":
      return c.redirect(withQuery(redirectUri, response));
    case "fragment":
      return c.redirect(`${redirectUri}#${encode(response)}`);
    case "form_post": {
      const nonce = newSecret(16);
      return sendPage(c, formPostPage(redirectUri, response, nonce), { nonce });
    }
    case "web_message":
      return deliverMessage(c, redirectUri, response);
    case "popup":
      return deliverToOpener(c, address, response);
    default:
      return mode satisfies never;
  }
}

function deliverMessage(c: HttpContext, redirectUri: string, response: ResponseMembers) {
  const nonce = newSecret(16);
  const page = answerByMessage(c, { response, origin: new URL(redirectUri).origin, nonce });
  return sendPage(c, page, { nonce });
}

/** Pages of the client may have opened the popup from another origin than the callback's. */
function deliverToOpener(
  c: HttpContext,
  { openers: origins }: ReturnAddress,
  response: ResponseMembers,
) {
  const nonce = newSecret(16);
  return sendPage(c, popupPage({ response, origins, nonce }), { nonce });
}

function withQuery(redirectUri: string, response: ResponseMembers): string {
  const [address = "", ...fragment] = redirectUri.split("#");
  const joined = `${address}${address.includes("?") ? "&" : "?"}${encode(response)}`;
  return [joined, ...fragment].join("#");
}

function encode(response: ResponseMembers): string {
  const text = Object.entries(response).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(text).toString();
}
