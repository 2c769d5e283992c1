import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import type { HttpContext } from "./environment.js";

/** Seconds a browser may keep each cookie; whether it still counts is decided by the stored state. */
const browserLifetime = { session: 400 * 86_400, ticket: 3600, csrf: 86_400 };

// Ports do not separate cookies, so the port is part of every name.
const sessionName = (c: HttpContext) => `tenant_session_${c.var.tenant.port}`;
const csrfName = (c: HttpContext) => `tenant_csrf_${c.var.tenant.port}`;
const ticketName = (c: HttpContext, coId: string) => `tenant_co_${c.var.tenant.port}_${coId}`;

export function readSessionCookie(c: HttpContext): string | undefined {
  return readOnce(c, sessionName(c));
}

export function writeSessionCookie(c: HttpContext, secret: string): void {
  write(c, sessionName(c), secret, browserLifetime.session);
}

export function clearSessionCookie(c: HttpContext): void {
  clear(c, sessionName(c));
}

/** Takes the cookie that was set beside a login ticket; it is of no use a second time. */
export function takeTicketCookie(c: HttpContext, coId: string): string | undefined {
  const name = ticketName(c, coId);
  const value = readOnce(c, name);
  if (value !== undefined) clear(c, name);
  return value;
}

export function writeTicketCookie(c: HttpContext, coId: string, binding: string): void {
  write(c, ticketName(c, coId), binding, browserLifetime.ticket);
}

export function readCsrfCookie(c: HttpContext): string | undefined {
  return readOnce(c, csrfName(c));
}

export function writeCsrfCookie(c: HttpContext, token: string): void {
  write(c, csrfName(c), token, browserLifetime.csrf);
}

/**
 * A cookie that comes twice was planted: applications on other ports of this host can set one of
 * the same name for a longer path, which browsers send first.
 */
function readOnce(c: HttpContext, name: string): string | undefined {
  const pairs = c.req.header("cookie")?.split(";") ?? [];
  const named = pairs.filter((pair) => pair.trim().startsWith(`${name}=`));
  return named.length > 1 ? undefined : getCookie(c, name);
}

function write(c: HttpContext, name: string, value: string, maxAge: number): void {
  setCookie(c, name, value, { ...attributesOf(c), maxAge });
}

/** Browsers ignore a deletion that has other attributes than the cookie. */
function clear(c: HttpContext, name: string): void {
  deleteCookie(c, name, attributesOf(c));
}

function attributesOf(c: HttpContext): CookieOptions {
  const { settings, url } = c.var.tenant;
  const crossSite = settings.cookies === "none";
  return {
    path: "/",
    httpOnly: true,
    sameSite: crossSite ? "None" : "Lax",
    secure: crossSite || url.startsWith("https:"),
  };
}
