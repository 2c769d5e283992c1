import type { HttpContext } from "./environment.js";
import { OAuthError } from "./oauth-error.js";

export type BodyValues = Readonly<Record<string, unknown>>;

/** A request body, read once. */
export type RequestBody =
  | { readonly kind: "json" | "form"; readonly values: BodyValues }
  | { readonly kind: "none" | "invalid"; readonly values: Readonly<Record<string, never>> };

const maximumLength = 100_000;

export async function readBody(c: HttpContext): Promise<RequestBody> {
  if (c.req.method === "GET" || c.req.method === "OPTIONS") return { kind: "none", values: {} };
  if (Number(c.req.header("content-length") ?? 0) > maximumLength) return invalid;
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const text = await c.req.text();
  if (text.length > maximumLength) return invalid;
  if (type === "application/x-www-form-urlencoded") {
    return { kind: "form", values: Object.fromEntries(new URLSearchParams(text)) };
  }
  return type === "application/json" ? readJson(text) : invalid;
}

/** The values of a JSON body; throws `invalid_request` for anything else. */
export function jsonValues(c: HttpContext): BodyValues {
  if (c.var.body.kind === "json") return c.var.body.values;
  throw invalidBody("a JSON object");
}

/** The values of a JSON or form body. */
export function tokenValues(c: HttpContext): BodyValues {
  const { kind, values } = c.var.body;
  if (kind === "json" || kind === "form") return values;
  throw invalidBody("a JSON object or a form");
}

/** A member that is a non-empty string. */
export function text(values: BodyValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const invalid: RequestBody = { kind: "invalid", values: {} };

function readJson(text: string): RequestBody {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { kind: "json", values: value as BodyValues } : invalid;
  } catch {
    return invalid;
  }
}

function invalidBody(expected: string): OAuthError {
  return new OAuthError(400, "invalid_request", `Invalid request body: expected ${expected}.`);
}
