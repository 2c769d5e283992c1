import type { Fields } from "../callbacks/callback-row.js";

/** What messages look like on one channel: the true one, and what becomes of it. */
export interface Wire {
  readonly state: string;
  readonly truth: unknown;
  /** The same in another kind: text in the place of an object, or the other way round. */
  readonly otherKind: unknown;
  readonly unknownType: unknown;
  readonly withoutResponse: unknown;
  readonly objectForToken: unknown;
  readonly oversized: unknown;
  readonly ownPrototype: unknown;
  /** With another state; without one where it is undefined. */
  withState(state: unknown): unknown;
}

const megabyte = "x".repeat(1_000_000);

/** `web_message`: what the tenant's page in the frame posts. */
export function frameWire(fields: Fields): Wire {
  const response = decoded(fields);
  const state = response["state"] ?? "";
  const message = (given: unknown, type = "authorization_response") => ({ type, response: given });
  const proof = "code" in response ? "code" : "access_token";
  return {
    state,
    truth: message(response),
    otherKind: JSON.stringify(message(response)),
    unknownType: message(response, "authorization_request"),
    withoutResponse: { type: "authorization_response" },
    objectForToken: message({ ...response, [proof]: { toString: "canary" } }),
    oversized: message({ ...response, [proof]: megabyte }),
    ownPrototype: message(ownPrototype(response)),
    withState: (given) => message(withState(response, given)),
  };
}

/** What our callback page posts to the page that opened its window. */
export function popupWire(fields: Fields): Wire {
  const { state = "" } = decoded(fields);
  const text = fields.map(([name, value]) => `${name}=${value}`).join("&");
  const isCode = fields.some(([name]) => name === "code");
  const message = {
    type: "popup_response",
    state,
    search: isCode ? `?${text}` : "",
    hash: isCode ? "" : `#${text}`,
  };
  return {
    state,
    truth: message,
    otherKind: JSON.stringify(message),
    unknownType: { ...message, type: "popup_request" },
    withoutResponse: { type: message.type, state },
    objectForToken: { ...message, search: { toString: "canary" } },
    oversized: { ...message, search: `?code=${megabyte}&state=${state}` },
    ownPrototype: ownPrototype(message),
    withState: (given) => withState(message, given),
  };
}

/** What the callback page of auth0-js posts: text, by winchan. */
export function winchanWire(fields: Fields): Wire {
  const { access_token: accessToken, id_token: idToken, state = "" } = decoded(fields);
  const response = { accessToken, idToken, state };
  const message = (given: unknown, a = "response") => JSON.stringify({ a, d: given });
  return {
    state,
    truth: message(response),
    otherKind: { a: "response", d: response },
    unknownType: message(response, "request"),
    withoutResponse: JSON.stringify({ a: "response" }),
    objectForToken: message({ ...response, accessToken: { toString: "canary" } }),
    oversized: message({ ...response, accessToken: megabyte }),
    ownPrototype: JSON.stringify(ownPrototype({ a: "response", d: response })),
    withState: (given) => message(withState(response, given)),
  };
}

function decoded(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    fields.map(([name, value]) => [name, decodeURIComponent(value.replaceAll("+", " "))]),
  );
}

function withState(fields: object, state: unknown): object {
  const { state: _state, ...rest } = fields as { state?: unknown };
  return state === undefined ? rest : { ...rest, state };
}

/** An object that has nothing of its own but a key of this name. */
function ownPrototype(fields: object): object {
  return Object.defineProperty({}, "__proto__", { value: fields, enumerable: true });
}
