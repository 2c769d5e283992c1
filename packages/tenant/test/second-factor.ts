import { Secret, TOTP } from "otpauth";
import type { RunningTenant } from "../src/index.js";
import {
  ada,
  app,
  clientId,
  jsonOf,
  locationOf,
  testSeed,
  type TokenBody,
  type Visitor,
} from "./visitor.js";

export const otherClientId = "another-app";

/** Users who have second factors; their password is Ada's. */
export const grace = {
  username: "grace@example.com",
  totpSecret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  recoveryCode: "GRACESRECOVERYCODE234567",
};
export const joan = { username: "joan@example.com", phoneNumber: "+15551230167" };

/** The test seed with users who have factors, one who has to, and another client. */
export function secondFactorSeed() {
  const seed = testSeed();
  const [client] = seed.clients;
  if (!client) throw new Error("The test seed has no client.");
  seed.clients.push({ ...client, clientId: otherClientId, name: "Another app" });
  const { password } = ada;
  seed.users?.push(
    {
      email: grace.username,
      password,
      mfa: { totpSecret: grace.totpSecret, recoveryCode: grace.recoveryCode },
    },
    { email: joan.username, password, mfa: { phoneNumber: joan.phoneNumber } },
    { email: "nora@example.com", password, mfaRequired: true },
  );
  return seed;
}

/** What an authenticator app shows, by the tenant's clock; `steps` of 30 seconds later. */
export function appCode(tenant: RunningTenant, secret: string, steps = 0): string {
  const timestamp = tenant.clock.now() + steps * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

/** The code of the newest message to an address. */
export function sentCode(tenant: RunningTenant, to: string): string {
  const [newest] = tenant.inbox.list({ to });
  if (newest?.code === undefined) throw new Error(`No code was sent to ${to}.`);
  return newest.code;
}

/** Six digits that are not this code. */
export function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}

export interface MfaBody extends TokenBody {
  mfa_token: string;
  mfa_requirements: Record<string, { type: string }[]>;
  recovery_code?: string;
}

export interface Association {
  id: string;
  authenticator_type: string;
  secret: string;
  barcode_uri: string;
  recovery_codes?: string[];
  oob_code: string;
  oob_channel: string;
  binding_method?: string;
  error?: string;
  error_description?: string;
}

export interface ListedAuthenticator {
  id: string;
  authenticator_type: string;
  active: boolean;
  oob_channel?: string;
  oob_channels?: string[];
  name?: string;
  type: string;
}

/** The MFA API as an application calls it from its page. */
export function mfaApi(visitor: Visitor) {
  const grant = (kind: "otp" | "oob" | "recovery-code", body: Record<string, string>) =>
    visitor.postForm("/oauth/token", {
      grant_type: `http://auth0.com/oauth/grant-type/mfa-${kind}`,
      client_id: clientId,
      ...body,
    });
  const password = (username: string, body: Record<string, string> = {}) =>
    visitor.postForm("/oauth/token", {
      grant_type: "password",
      client_id: clientId,
      username,
      password: ada.password,
      ...body,
    });

  return {
    grant,
    password,
    /** The `mfa_token` of a sign-in by password. */
    async begin(username: string, body: Record<string, string> = {}): Promise<string> {
      return (await jsonOf<MfaBody>(await password(username, body))).mfa_token;
    },
    associate: (token: string, body: unknown) =>
      visitor.postJson("/mfa/associate", body, { authorization: `Bearer ${token}`, origin: app }),
    challenge: (token: string, body: Record<string, unknown> = {}) =>
      visitor.postJson("/mfa/challenge", { mfa_token: token, client_id: clientId, ...body }),
    authenticators: (token: string) =>
      visitor.request("/mfa/authenticators", { headers: { authorization: `Bearer ${token}` } }),
    remove: (token: string, id: string) =>
      visitor.request(`/mfa/authenticators/${encodeURIComponent(id)}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${token}` },
      }),
  };
}

/** Signs in at `/authorize`, up to the second step: returns the address of its page. */
export async function reachSecondStep(
  visitor: Visitor,
  username: string,
  parameters: Record<string, string> = {},
): Promise<string> {
  const ticket = await visitor.coAuthenticate({ username });
  const { login_ticket } = await jsonOf<{ login_ticket: string }>(ticket);
  return locationOf(await visitor.authorize({ login_ticket, ...parameters }));
}

/** A page of the second step, and its form as a reader fills it in. */
export async function openPage(visitor: Visitor, address: string) {
  const response = await visitor.request(address);
  return readPage(visitor, response, address);
}

async function readPage(visitor: Visitor, response: Response, address: string) {
  const page = await response.text();
  const fields = [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, "name"),
    attribute(input, "value"),
  ]);
  const [form = ""] = /<form[^>]*>/.exec(page) ?? [];
  const action = attribute(form, "action") || address;
  const links = [...page.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)].map(
    ([, href = "", label = ""]) => [label, decodeEntities(href)] as const,
  );
  return {
    status: response.status,
    location: locationOf(response),
    page,
    title: /<h1>([^<]*)<\/h1>/.exec(page)?.[1] ?? "",
    error: /role="alert">([^<]*)</.exec(page)?.[1],
    /** The other ways that the page offers, by what they are called. */
    links: new Map(links),
    /** What its form sends besides what the reader types. */
    hidden: Object.fromEntries(fields) as Record<string, string>,
    textOf: (id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? "",
    async submit(values: Record<string, string>) {
      const body = { ...(Object.fromEntries(fields) as Record<string, string>), ...values };
      return readPage(visitor, await visitor.postForm(action, body), action);
    },
  };
}

function attribute(tag: string, name: string): string {
  return decodeEntities(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function decodeEntities(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
}
