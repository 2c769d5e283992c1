import { decodeJwt } from "jose";
import { readSessionCookie } from "../http/cookies.js";
import type { HttpContext } from "../http/environment.js";
import { text } from "../http/request-body.js";
import { readAccessToken, userinfoAudience } from "../tokens/access-token.js";
import { digestOf } from "../tokens/secret.js";
import type { FaultSubject } from "./fault-switch.js";

/** What fault rules are held against. Reads only: no code, ticket or session is used by it. */
export async function readFaultSubject(c: HttpContext): Promise<FaultSubject> {
  const { values } = c.var.body;
  const named = namesIn(c);
  return {
    method: c.req.method,
    preflightFor: c.req.header("access-control-request-method"),
    path: c.req.path,
    clientId: text(values, "client_id") ?? c.req.query("client_id"),
    grantType: text(values, "grant_type"),
    usernames: named.length > 0 ? named : namesOfUser(c, await findUserId(c)),
  };
}

function namesIn(c: HttpContext): string[] {
  const { values } = c.var.body;
  const members = ["username", "email", "phone_number", "login_hint"];
  return members.flatMap((name) => text(values, name) ?? c.req.query(name) ?? []);
}

/** Most requests name nobody, but carry something that stands for a user. */
async function findUserId(c: HttpContext): Promise<string | undefined> {
  const { values } = c.var.body;
  const [, bearer] = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return (
    findHolder(c, "codes", text(values, "code")) ??
    findHolder(c, "refresh_tokens", text(values, "refresh_token") ?? text(values, "token")) ??
    findHolder(c, "tickets", c.req.query("login_ticket")) ??
    findHolder(c, "mfa_tokens", text(values, "mfa_token") ?? bearer) ??
    (bearer === undefined ? undefined : await readSubject(c, bearer)) ??
    findHolder(c, "sessions", readSessionCookie(c))
  );
}

const holderOf = {
  codes: "SELECT user_id FROM codes WHERE digest = ?",
  refresh_tokens: `SELECT user_id FROM refresh_tokens
     JOIN refresh_families ON refresh_families.id = family_id WHERE digest = ?`,
  tickets: "SELECT user_id FROM tickets WHERE digest = ?",
  mfa_tokens: "SELECT user_id FROM mfa_tokens WHERE digest = ?",
  sessions: "SELECT user_id FROM sessions WHERE digest = ?",
};

function findHolder(c: HttpContext, kind: keyof typeof holderOf, secret: string | undefined) {
  if (secret === undefined) return undefined;
  const { database } = c.var.tenant;
  return database.one<{ user_id: string }>(holderOf[kind], digestOf(secret))?.user_id;
}

/** The subject of an access token of either kind; whether it is good for this request is not asked. */
async function readSubject(c: HttpContext, token: string): Promise<string | undefined> {
  const { tenant } = c.var;
  const opaque = await readAccessToken(tenant, token, userinfoAudience(tenant));
  if (opaque) return opaque.subject;
  try {
    return decodeJwt(token).sub;
  } catch {
    // Not a token at all: it stands for nobody.
    return undefined;
  }
}

function namesOfUser(c: HttpContext, userId: string | undefined): string[] {
  if (userId === undefined) return [];
  const row = c.var.tenant.database.one<
    Record<"email" | "username" | "phone_number", string | null>
  >("SELECT email, username, phone_number FROM users WHERE user_id = ?", userId);
  return row ? [row.email, row.username, row.phone_number].filter((name) => name !== null) : [];
}
