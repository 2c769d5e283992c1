import type { HttpContext } from "./environment.js";
import { hasAdminToken } from "./guard-admin.js";
import { OAuthError } from "./oauth-error.js";
import { parseForm, parseJson } from "./parse-body.js";
import { readBytes } from "./read-bytes.js";

export type BodyValues = Readonly<Record<string, unknown>>;

/** A request body, read once. */
export type RequestBody =
  | { readonly kind: "json" | "form"; readonly values: BodyValues }
  | { readonly kind: "none"; readonly values: NoValues }
  | {
      readonly kind: "invalid";
      readonly status: 400 | 413;
      /** A sentence. */
      readonly problem: string;
      readonly values: NoValues;
    };

type NoValues = Readonly<Record<string, never>>;

/** Bytes. A seed may bring thousands of users along. */
const maximumLength = (c: HttpContext) =>
  c.req.path === "/_tenant/seed" && hasAdminToken(c) ? 20_000_000 : 100_000;

/** What is wrong with a body is told by whoever needs it: see `jsonValues`. */
export async function readBody(c: HttpContext): Promise<RequestBody> {
  if (["GET", "HEAD", "OPTIONS"].includes(c.req.method)) return none;
  const limit = maximumLength(c);
  const bytes = await readBytes(c, limit);
  if (bytes === "too-large") return invalid(413, `is larger than ${limit} bytes`);
  const text = decode(bytes);
  if (text === undefined) return invalid(400, "is not valid UTF-8");
  return parse(text, c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase());
}

/** The values of a JSON body; throws `invalid_request` for anything else. */
export function jsonValues(c: HttpContext): BodyValues {
  if (c.var.body.kind === "json") return c.var.body.values;
  throw unusableBody(c.var.body, "a JSON object");
}

/** The values of a JSON or form body. */
export function tokenValues(c: HttpContext): BodyValues {
  const { kind, values } = c.var.body;
  if (kind === "json" || kind === "form") return values;
  throw unusableBody(c.var.body, "a JSON object or a form");
}

/** A member that is a non-empty string. */
export function text(values: BodyValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What an endpoint answers that cannot do without a body. */
export function unusableBody(body: RequestBody, expected: string): OAuthError {
  return body.kind === "invalid"
    ? new OAuthError(body.status, "invalid_request", body.problem)
    : new OAuthError(400, "invalid_request", `Invalid request body: expected ${expected}.`);
}

const none: RequestBody = { kind: "none", values: {} };

function parse(body: string, type: string | undefined): RequestBody {
  if (type === "application/x-www-form-urlencoded") return bodyOf("form", parseForm(body));
  if (body === "") return none;
  if (type === "application/json") return bodyOf("json", parseJson(body));
  const supported = "send application/json or application/x-www-form-urlencoded";
  return invalid(
    400,
    type === undefined || type === ""
      ? `has no Content-Type: ${supported}`
      : `has the Content-Type ${type}: ${supported}`,
  );
}

function bodyOf(kind: "json" | "form", parsed: BodyValues | string): RequestBody {
  return typeof parsed === "string" ? invalid(400, parsed) : { kind, values: parsed };
}

function invalid(status: 400 | 413, problem: string): RequestBody {
  return {
    kind: "invalid",
    status,
    problem: `Invalid request body: it ${problem}.`,
    values: {},
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
