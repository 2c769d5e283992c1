import type { HttpContext } from "../http/environment.js";
import { closingPage } from "../pages/response-pages.js";
import { sendPage } from "../pages/send-page.js";
import { newSecret } from "../tokens/secret.js";
import { loseConnection } from "./lose-connection.js";
import { replaceBody } from "./replace-body.js";
import { spoilTokenResponse, type TokenMembers } from "./spoil-token-response.js";
import { spoilStream } from "./spoil-stream.js";
import { takeFault } from "./take-fault.js";

/** Spoils the tenant's own answer on its way out; throws ConnectionLost if it is to get lost. */
export async function spoilAnswer(c: HttpContext): Promise<void> {
  const isToken = c.req.path === "/oauth/token";
  if (takeFault(c, "lost", (kind) => isToken || kind !== "rotate-lost")) loseConnection(c);
  if (c.res.headers.has("set-cookie") && takeFault(c, "cookies")) {
    c.res.headers.delete("set-cookie");
  }
  if (hasType(c, "text/html")) await spoilPage(c);
  if (hasType(c, "application/json")) {
    if (isToken && c.res.status === 200) await spoilTokens(c);
    await spoilJson(c);
  }
  const fault = c.res.body === null ? undefined : takeFault(c, "body");
  if (fault) await spoilStream(c, fault);
}

function hasType(c: HttpContext, type: string): boolean {
  return c.res.headers.get("content-type")?.startsWith(type) ?? false;
}

async function spoilPage(c: HttpContext): Promise<void> {
  // An iframe cannot close itself: a silent request is never the popup that is meant.
  const isPopup = c.req.query("prompt") !== "none";
  const kind = takeFault(c, "page", (name) => isPopup || name !== "popup-close")?.kind;
  switch (kind) {
    case "coop":
      return c.header("Cross-Origin-Opener-Policy", "same-origin");
    case "xfo":
      return c.header("X-Frame-Options", "DENY");
    case "popup-close": {
      const nonce = newSecret(16);
      c.res = await sendPage(c, closingPage(nonce), { nonce });
      return undefined;
    }
    case undefined:
      return undefined;
    default:
      return kind satisfies never;
  }
}

async function spoilTokens(c: HttpContext): Promise<void> {
  const members = (await c.res.clone().json()) as TokenMembers;
  const spoiled = spoilTokenResponse(c, members);
  if (spoiled !== members) replaceBody(c, JSON.stringify(spoiled));
}

async function spoilJson(c: HttpContext): Promise<void> {
  const kind = takeFault(c, "json")?.kind;
  switch (kind) {
    case "json-truncated": {
      const text = await c.res.text();
      return replaceBody(c, text.slice(0, text.length / 2));
    }
    case "wrong-type":
      return c.header("Content-Type", "text/html; charset=UTF-8");
    case undefined:
      return undefined;
    default:
      return kind satisfies never;
  }
}
