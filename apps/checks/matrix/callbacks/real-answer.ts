import type { APIRequestContext } from "@playwright/test";
import type { Lab } from "../../contract/lab.js";
import type { Asked, Fields } from "./callback-row.js";

/**
 * Sends the page to the tenant and stops it on its way, so that its transaction waits. Gives the address that it was
 * to go to.
 */
export async function leaveAndStay(lab: Lab, params: object = {}): Promise<URL> {
  const { page, tenant, engine } = lab;
  const authorize = `${tenant.url}/authorize*`;
  const asked = new Promise<URL>((resolve) => {
    void page.route(
      authorize,
      async (route) => {
        resolve(new URL(route.request().url()));
        // Nothing to show: the browser stays where it is.
        await route.fulfill({ status: 204 });
      },
      { times: 1 },
    );
  });
  await lab.begin(engine === "bare" ? "authorize" : "loginWithConnection", params);
  return asked;
}

/** What the tenant answers to such an address, to somebody whom it knows. */
export async function answerTo(
  lab: Lab,
  visitor: APIRequestContext,
  address: URL,
  as?: Asked,
): Promise<Fields> {
  const asked = new URL(address);
  const { searchParams } = asked;
  // As a redirect would bring it, wherever it was to be shown.
  if (searchParams.get("response_mode") === "web_message" || as)
    searchParams.delete("response_mode");
  searchParams.delete("prompt");
  if (as) searchParams.set("response_type", as === "code" ? "code" : "token id_token");
  if (as === "tokens") {
    for (const name of ["code_challenge", "code_challenge_method"]) searchParams.delete(name);
    if (!searchParams.has("nonce")) searchParams.set("nonce", "a-nonce");
  }
  const answer = await visitor.get(asked.href, { maxRedirects: 0 });
  const { search, hash } = new URL(answer.headers()["location"] ?? asked.href);
  const text = (hash || search).slice(1);
  if (!/(^|&)(code|access_token)=/.test(text)) {
    throw new Error(`The table needs a response, and it was ${text || (await answer.text())}.`);
  }
  const fields = text.split("&").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name, value.join("=")] as const;
  });
  for (const [name, value] of fields) {
    if (["code", "access_token", "id_token"].includes(name)) lab.secrets.add(value);
  }
  return fields;
}
