import type { BrowserContext, Page } from "@playwright/test";
import type { AuthConfig } from "@portico/core";
import type { Lab } from "../../contract/lab.js";
import type { Ended } from "../../harness/contract.js";
import type { Stack } from "../../stack/start-stack.js";

/** What a proof about the client has at hand: a page with a client that has not been started. */
export interface Given {
  readonly lab: Lab;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly stack: Stack;
}

export type Proof = (given: Given) => Promise<void>;

/** Ways for a token to arrive; each begins in the page as it is. */
export type Way = "in-page" | "password-realm" | "implicit" | "silent" | "popup" | "redirect";

/**
 * Signs in by one way, with a client of its own, and gives how it ended. The tenant knows the browser already; with
 * `prompt: "login"` it asks all the same.
 */
export async function arriveBy(
  lab: Lab,
  way: Way,
  params: { readonly maxAge?: number; readonly prompt?: "login" } = {},
): Promise<Ended> {
  const atTenant = async (page = lab.page) => {
    if (params.prompt) await lab.typeCredentials(page);
  };
  const implicit: Partial<AuthConfig> = { responseType: "token id_token" };
  if (way !== "redirect") await lab.attach(way === "implicit" ? implicit : {});
  switch (way) {
    case "in-page":
    case "implicit":
      return lab.call("login", { ...lab.user, ...params });
    case "password-realm":
      return lab.call("login", { ...lab.user, via: way, ...params });
    case "silent":
      return lab.call("checkSession", params);
    case "popup":
      return lab.popup("loginWithPopup", params, atTenant);
    case "redirect":
      // The address still says how the last one came back.
      await lab.open();
      await lab.leave("loginWithConnection", [params], atTenant);
      return startOrFail(lab);
    default:
      return way satisfies never;
  }
}

/** A start never throws; what went wrong is in its outcome. */
export async function startOrFail(lab: Lab): Promise<Ended> {
  const ended = await lab.call("start");
  const { error } = Object(ended.value) as { error?: Ended };
  return error ? { ...error, dump: JSON.stringify(ended.value) } : ended;
}

/** What the tenant was asked since its log was cleared, without preflights. */
export function pathsAsked({ stack }: Given): string[] {
  return stack.tenant
    .requests()
    .filter(({ preflight }) => !preflight)
    .map(({ path }) => path);
}
