import { authError, type AuthError } from "../errors/auth-error.js";
import { networkError } from "../errors/network-error.js";
import { isObject } from "../errors/is-object.js";
import type { ReadRefusal } from "../errors/normalize-error.js";
import type { Endpoint } from "../errors/wire-errors.js";
import { withDeadline, type CallOptions } from "./deadline.js";
import { refusalOf } from "./refusal.js";

/** One request to the tenant. */
export interface TenantRequest extends CallOptions {
  readonly url: string;
  /** Decides what the tenant's error words mean. */
  readonly endpoint: Endpoint;
  /** In milliseconds; reading the body included. */
  readonly deadline: number;
  /** POST with a body and GET without one, if not given. */
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON, which costs a CORS preflight. */
  readonly json?: object;
  /** Sent form-encoded, which needs none. */
  readonly form?: Readonly<Record<string, string | undefined>>;
  readonly accessToken?: string;
  /** The reader's language for what the tenant sends them, such as `pt-BR`. */
  readonly language?: string | undefined;
  /** The address of the user on whose behalf a server asks, for the tenant's attack protection. */
  readonly forwardedFor?: string | undefined;
  /** Sends and keeps the tenant's cookies. */
  readonly withCookies?: boolean;
  /** Lets the request end although the page is being left. */
  readonly keepalive?: boolean;
  /** Reads the refusals that this endpoint words in its own way. */
  readonly readRefusal?: ReadRefusal;
  /** Sees the body of a refusal before its error is thrown. */
  readonly onRefused?: (error: AuthError, body: JsonObject) => void;
}

/** A JSON object from the tenant, before any of its members has been checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

const largestBody = 256 * 1024;

/**
 * Sends a request and gives the JSON object of the answer. Throws `network`, `timeout`, `aborted`,
 * `invalid_response` when a success is no JSON object, or what the tenant's refusal means.
 */
export function request(options: TenantRequest): Promise<JsonObject> {
  return answerTo(options, (body) => (isObject(body) ? body : undefined));
}

/** Sends a request whose answer is a JSON list. Throws as `request` does. */
export function requestList(options: TenantRequest): Promise<readonly unknown[]> {
  return answerTo(options, (body) => (Array.isArray(body) ? body : undefined));
}

/** Sends a request whose success says nothing that counts, in whatever form. Throws as `request` does. */
export async function requestDone(options: TenantRequest): Promise<void> {
  await answerTo(options, () => true);
}

/** Sends a request; `accept` gives what a success means, or undefined where it is none. Throws as `request` does. */
export function answerTo<T>(
  options: TenantRequest,
  accept: (body: unknown, text: string) => T | undefined,
): Promise<T> {
  return withDeadline(options.deadline, options, async (signal) => {
    const response = await send(options, signal);
    const text = await read(response);
    const body = parse(text);
    if (response.ok) {
      const answer = accept(body, text);
      if (answer !== undefined) return answer;
      throw authError("invalid_response", {}, { status: response.status });
    }
    const error = refusalOf(response, body, options);
    if (isObject(body)) options.onRefused?.(error, body);
    throw error;
  });
}

async function send(options: TenantRequest, signal: AbortSignal): Promise<Response> {
  const { json, form, accessToken, language, forwardedFor, keepalive = false } = options;
  const method = options.method ?? (json || form ? "POST" : "GET");
  const init: RequestInit = {
    signal,
    method,
    keepalive,
    credentials: options.withCookies ? "include" : "omit",
    // Only what could come from a cache: on a POST it would bypass the browser's cache of preflights, too.
    ...(method === "GET" && { cache: "no-store" }),
    redirect: "error",
    headers: {
      ...(json && { "content-type": "application/json" }),
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
      ...(language && { "x-request-language": language }),
      ...(forwardedFor && { "auth0-forwarded-for": forwardedFor }),
    },
    ...(json && { body: JSON.stringify(json) }),
    ...(form && { body: formBody(form) }),
  };
  try {
    return await fetch(options.url, init);
  } catch {
    throw networkError();
  }
}

/** The text of the body; none where it goes on longer than any honest answer. */
async function read(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const chunk = await reader?.read();
      text += decoder.decode(chunk?.value, { stream: chunk?.done === false });
      if (!chunk || chunk.done || text.length > largestBody) break;
    }
  } catch {
    throw networkError();
  }
  if (text.length <= largestBody) return text;
  // Whoever does not listen is not waited for.
  reader?.cancel().catch(() => {});
  return "";
}

/** The parsed JSON, or undefined where the text is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formBody(form: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) if (value !== undefined) body.set(name, value);
  return body;
}
