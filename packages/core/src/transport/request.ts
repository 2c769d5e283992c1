import { authError } from "../errors/auth-error.js";
import { normalizeError } from "../errors/normalize-error.js";
import type { Endpoint } from "../errors/wire-errors.js";
import { withDeadline, type CallOptions } from "./deadline.js";
import { retryAfter } from "./retry-after.js";

/** One request to the tenant. */
export interface TenantRequest extends CallOptions {
  readonly url: string;
  /** Decides what the tenant's error words mean. */
  readonly endpoint: Endpoint;
  /** In milliseconds; reading the body included. */
  readonly deadline: number;
  /** Sent as JSON, which costs a CORS preflight. */
  readonly json?: object;
  /** Sent form-encoded, which needs none. */
  readonly form?: Readonly<Record<string, string | undefined>>;
  readonly accessToken?: string;
  /** Sends and keeps the tenant's cookies. */
  readonly withCookies?: boolean;
}

/** A JSON object from the tenant, before any of its members has been checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

const largestBody = 256 * 1024;

/**
 * Sends a request and gives the JSON object of the answer. Throws `network`, `timeout`, `aborted`,
 * `invalid_response` when a success is no JSON object, or what the tenant's refusal means.
 */
export function request(options: TenantRequest): Promise<JsonObject> {
  return withDeadline(options.deadline, options, async (signal) => {
    const response = await send(options, signal);
    const body = parse(await read(response));
    if (response.ok) {
      if (isObject(body)) return body;
      throw authError("invalid_response", {}, { status: response.status });
    }
    const wait = retryAfter(response.headers, Date.now());
    throw normalizeError({
      endpoint: options.endpoint,
      status: response.status,
      body,
      isPlainText: response.headers.get("content-type")?.startsWith("text/plain") === true,
      ...(wait !== undefined && { retryAfter: wait }),
    });
  });
}

async function send(options: TenantRequest, signal: AbortSignal): Promise<Response> {
  const { json, form, accessToken } = options;
  const init: RequestInit = {
    signal,
    method: json || form ? "POST" : "GET",
    credentials: options.withCookies ? "include" : "omit",
    cache: "no-store",
    redirect: "error",
    headers: {
      ...(json && { "content-type": "application/json" }),
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
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

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function networkError() {
  return authError("network", { online: globalThis.navigator?.onLine ?? true });
}
