import type { AuthConfig, Session } from "@portico/core";
import { expect } from "vitest";
import type { BrowserOptions } from "./client-browser.js";
import {
  ada,
  clientId,
  openPage,
  requestsTo,
  turnsUntil,
  type ClientPage,
  type OwnTenant,
} from "./client-page.js";

/** Somebody else who is registered at the tenant. */
export const other = { username: "mary@example.com", password: "Somebody-Else-1797" };

/** A page where Ada is signed in, with her session as it was then; the windows that it opens come back. */
export async function openSignedIn(
  config: Partial<AuthConfig> = {},
  own: OwnTenant = {},
  options: BrowserOptions = {},
) {
  const page = await openPage(config, own, { windows: "relaying", ...options });
  const { username: email, password } = other;
  await page.tenant.seed({ clients: [], users: [{ email, password }] });
  await page.client.login(ada);
  page.tenant.clearRequests();
  return { ...page, before: sessionOf(page) };
}

/** The session of a page where somebody is signed in. */
export function sessionOf({ client }: Pick<ClientPage, "client">): Session {
  const state = client.session.get();
  if (state.status !== "authenticated") throw new Error("Nobody is signed in.");
  return state.session;
}

/** Where the last window was led that a call has opened. */
export async function ledTo({ browser }: ClientPage): Promise<string> {
  await turnsUntil(browser, () => browser.windows.at(-1)?.address !== undefined);
  return browser.windows.at(-1)?.address ?? "";
}

/** Signs in at the window that a call has opened, and gives what the call gives. */
export async function typing<T>(page: ClientPage, call: Promise<T>, who = ada): Promise<T> {
  // What it fails with is the test's to look at.
  call.catch(() => {});
  await ledTo(page);
  await page.browser.windows.at(-1)?.submit(who);
  return call;
}

/** What an address asks for. */
export const queryOf = (address = ""): Record<string, string> =>
  Object.fromEntries(new URL(address).searchParams);

/** What every request of a code says for itself. */
export const ofCode = {
  client_id: clientId,
  response_type: "code",
  state: expect.any(String),
  nonce: expect.any(String),
  code_challenge: expect.any(String),
  code_challenge_method: "S256",
};

/** An account as the tenant tells of it. */
export const account = (sub: string, profileData?: object) => ({
  provider: "auth0",
  userId: sub.slice("auth0|".length),
  connection: "Username-Password-Authentication",
  isSocial: false,
  ...(profileData && { profileData }),
});

/** What the Management API was asked. */
export const managementCalls = ({ tenant }: ClientPage) =>
  requestsTo(tenant)
    .filter((line) => line.includes("/api/v2/"))
    .map((line) => decodeURIComponent(line));
/** What it was to change. */
export const writes = (page: ClientPage) =>
  managementCalls(page).filter((line) => !line.startsWith("GET"));
