import { kindOf } from "../faults/fault-rule.js";
import { takeFault } from "../faults/take-fault.js";
import type { HttpContext } from "../http/environment.js";
import { formPostPage, messagePage } from "../pages/response-pages.js";
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
  const response = { ...members, ...(state !== undefined && { state }) };
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
    default:
      return mode satisfies never;
  }
}

function deliverMessage(c: HttpContext, redirectUri: string, response: ResponseMembers) {
  const nonce = newSecret(16);
  const fault = takeFault(c, "message");
  const sent = fault === undefined ? response : spoil(response, kindOf(fault));
  const page = messagePage({ response: sent, origin: new URL(redirectUri).origin, nonce });
  return sendPage(c, page, { nonce });
}

/** Undefined: nothing is posted at all. */
function spoil(response: ResponseMembers, fault: string): ResponseMembers | undefined {
  if (fault === "wm-silent") return undefined;
  if (fault === "wm-wrong-state") return { ...response, state: newSecret(12) };
  return Object.fromEntries(Object.entries(response).filter(([name]) => name !== "state"));
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
