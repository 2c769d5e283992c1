import type { RunningTenant, TenantOptions } from "../src/index.js";
import { app, callback, clientId, startTestTenant, testSeed, visit } from "./visitor.js";

export const otpType = "http://auth0.com/oauth/grant-type/passwordless/otp";
export const confidential = { client_id: "server", client_secret: "a-secret-of-the-server" };

/** Signs up nobody by text message, and has two more clients: one with a secret, one without e-mail. */
export function passwordlessSeed() {
  const seed = testSeed();
  const lists = { callbacks: [callback], webOrigins: [app], logoutUrls: [] };
  seed.connections = [
    ...(seed.connections ?? []).filter(({ name }) => name !== "email" && name !== "sms"),
    { name: "email", strategy: "email" },
    { name: "sms", strategy: "sms", signup: false },
  ];
  seed.clients.push(
    {
      ...lists,
      clientId: confidential.client_id,
      name: "Server",
      tokenEndpointAuthMethod: "client_secret_post",
      clientSecret: confidential.client_secret,
    },
    { ...lists, clientId: "guarded", name: "Guarded", connections: ["sms"] },
    { ...lists, clientId: "other", name: "Other" },
  );
  seed.users?.push(
    { connection: "sms", phoneNumber: "+15551230001", userId: "sms|grace" },
    { connection: "email", email: "barred@example.com", blocked: true },
    {
      connection: "email",
      email: "known@example.com",
      userId: "email|known",
      emailVerified: false,
    },
  );
  return seed;
}

export function startPasswordlessTenant(options: TenantOptions = {}): Promise<RunningTenant> {
  return startTestTenant({ seed: passwordlessSeed(), ...options });
}

/** Asks for a code or link; what is not named comes from a good request by e-mail. */
export function startSignIn(
  tenant: RunningTenant,
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = { origin: app },
): Promise<Response> {
  const body = { client_id: clientId, connection: "email", send: "code", ...changes };
  return visit(tenant).postJson("/passwordless/start", body, headers);
}

/** The code that this request sends. */
export async function codeFor(
  tenant: RunningTenant,
  email: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const response = await startSignIn(tenant, { email, ...changes });
  if (response.status !== 200) throw new Error(`No code: ${await response.text()}`);
  const [message] = tenant.inbox.list({ to: email });
  if (!message?.code) throw new Error("The inbox has no code.");
  return message.code;
}

/** A code that is not this one. */
export function otherThan(code: string): string {
  return code === "111111" ? "222222" : "111111";
}
