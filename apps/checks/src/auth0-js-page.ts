import type { AuthConfig } from "@portico/core";
import { auth0JsEngine } from "@portico/core/auth0-js";
import { beforeAll } from "vitest";
import type { BrowserOptions } from "./client-browser.js";
import { openPage, type OwnTenant } from "./client-page.js";

export type Engine = ReturnType<NonNullable<AuthConfig["engine"]>>;

/** What is loaded on demand is there already, so that a deadline is the tenant's alone. */
const parts = import.meta.glob("../../../packages/core/src/engine/*-*.ts");

beforeAll(async () => {
  await Promise.all([auth0JsEngine().preload(), ...Object.values(parts).map((load) => load())]);
});

/** Opens a page whose client works by auth0-js, and gives its engine, to call without the flows over it. */
export async function openEngine(
  config: Partial<AuthConfig> = {},
  own: OwnTenant = {},
  options: BrowserOptions = {},
) {
  const made: Engine[] = [];
  const engine: AuthConfig["engine"] = (given) => {
    const one = auth0JsEngine()(given);
    made.push(one);
    return one;
  };
  const page = await openPage({ engine, ...config }, own, { xhr: true, ...options });
  return {
    ...page,
    /** The engine of the first client. */
    get engine(): Engine {
      const [first] = made;
      if (!first) throw new Error("The client works by another engine.");
      return first;
    },
  };
}

export const database = "Username-Password-Authentication";
/** What a client that is told nothing asks for. */
export const asked = { scope: "openid profile email" };
export const api = "https://api.portico.example";
