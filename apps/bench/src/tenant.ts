import { randomUUID } from "node:crypto";
import { createTenant, type SeedUser, type Tenant } from "@portico/tenant";
import { clientId, tenantHost } from "./place.js";

/** Who signs in. */
export const user = { email: "ada@example.com", password: "Analytical-Engine-1843" } as const;

/** Who is asked for a code by e-mail besides. */
export const guarded = { email: "hedy@example.com", password: "Frequency-Hopping-1941" } as const;

const realm = "Username-Password-Authentication";

/** Whom a tenant is for. */
export interface TenantNeeds {
  /** Hosts of the pages. */
  readonly hosts: readonly string[];
  /** Who else is registered. */
  readonly users?: readonly SeedUser[];
  /** What hashing a password costs (scrypt's N). */
  readonly scryptCost?: number;
}

/**
 * The project's own tenant, for the pages at those hosts. It hashes passwords cheaply: what a page adds to a sign-in is
 * what is looked for.
 */
export async function benchTenant({
  hosts,
  users = [],
  scryptCost = 1024,
}: TenantNeeds): Promise<Tenant> {
  const origins = hosts.map((host) => `https://${host}`);
  const addresses = origins.flatMap((origin) => [origin, `${origin}/`, `${origin}/callback`]);
  return createTenant({
    url: `https://${tenantHost}`,
    scryptCost,
    seed: {
      clients: [
        {
          clientId,
          name: "Bench",
          callbacks: addresses,
          webOrigins: origins,
          logoutUrls: addresses,
        },
      ],
      connections: [{ name: realm }, { name: "email", strategy: "email" }],
      users: [
        { ...user, name: "Ada Lovelace", emailVerified: true },
        { ...guarded, name: "Hedy Lamarr", emailVerified: true, mfa: { email: guarded.email } },
        ...users,
      ],
    },
  });
}

/** A cookie as Playwright takes it. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

/** What a browser has once somebody signed in. */
export interface SignedIn {
  readonly cookies: readonly SessionCookie[];
  readonly idToken: string;
  readonly accessToken: string;
  readonly nonce: string;
}

/** Signs in at the tenant, without a browser, from a page at that host. */
export async function signIn(tenant: Tenant, host: string): Promise<SignedIn> {
  const origin = `https://${host}`;
  const ticket = await tenant.fetch(
    new Request(`${tenant.url}/co/authenticate`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({
        client_id: clientId,
        credential_type: "http://auth0.com/oauth/grant-type/password-realm",
        realm,
        username: user.email,
        password: user.password,
      }),
    }),
  );
  const { login_ticket } = (await ticket.json()) as { readonly login_ticket: string };
  const nonce = randomUUID();
  const { answer, address } = await authorize(tenant, origin, cookiesIn(ticket), {
    nonce,
    login_ticket,
  });
  const tokens = new URLSearchParams(address.split("#")[1]);
  const idToken = tokens.get("id_token");
  const accessToken = tokens.get("access_token");
  if (!idToken || !accessToken) throw new Error(`Nobody signed in: ${address}`);
  return { cookies: cookiesIn(answer), idToken, accessToken, nonce };
}

/** Asks for tokens once more, as a hidden frame does. */
export async function renew(
  tenant: Tenant,
  host: string,
  { cookies }: Pick<SignedIn, "cookies">,
): Promise<void> {
  const silent = { nonce: randomUUID(), prompt: "none" };
  const { address } = await authorize(tenant, `https://${host}`, cookies, silent);
  if (!address.includes("id_token=")) throw new Error(`Nothing was renewed: ${address}`);
}

async function authorize(
  tenant: Tenant,
  origin: string,
  cookies: readonly SessionCookie[],
  asked: Readonly<Record<string, string>>,
): Promise<{ readonly answer: Response; readonly address: string }> {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: origin,
    response_type: "token id_token",
    scope: "openid profile email",
    state: "state",
    ...asked,
  });
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await tenant.fetch(
    new Request(`${tenant.url}/authorize?${query}`, { headers: { cookie } }),
  );
  return { answer, address: answer.headers.get("location") ?? "" };
}

function cookiesIn({ headers }: Response): SessionCookie[] {
  return headers.getSetCookie().map((line) => {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: `https://${tenantHost}` };
  });
}
