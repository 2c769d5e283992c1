import type { Request } from "@playwright/test";

/** One request as the tenant sees it, as names and values that can be compared. */
export interface RecordedRequest {
  /** Such as `POST /oauth/token`. */
  readonly name: string;
  /** `query.client_id`, `body.authParams.scope`, `header.authorization`, `encoding`, `cookies`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The cookie that tells whether a request goes with the tenant's cookies. */
export const plantedCookie = { name: "planted", value: "1" };

/** Headers that a page sets itself; every other one is the browser's. */
const ownHeaders = ["authorization", "content-type", "auth0-client", "dpop", "x-request-language"];

/** Reads a request while it is sent. */
export async function readRequest(request: Request): Promise<RecordedRequest> {
  const url = new URL(request.url());
  const headers = await request.allHeaders();
  const type = headers["content-type"]?.split(";")[0] ?? "";
  const fields = queryFields(url);
  addMembers(fields, "body", bodyOf(type, request.postData()));
  for (const name of ownHeaders) {
    const value = name === "content-type" ? type || undefined : headers[name];
    if (value !== undefined) fields[`header.${name}`] = shaped(name, value);
  }
  fields["cookies"] = String(headers["cookie"]?.includes(plantedCookie.name) === true);
  return { name: `${request.method()} ${pathShape(url.pathname)}`, fields };
}

/** A path without the digits of a user, who is another one for each client. */
export function pathShape(path: string): string {
  return path.replace(/%7C[\da-f]{24}/, "%7C(user)");
}

/** An address that a page leaves for, as the request that it becomes. */
export function readAddress(address: string): RecordedRequest {
  const url = new URL(address);
  return { name: `GET ${url.pathname}`, fields: queryFields(url) };
}

/** A key without even an equals sign counts as another value than an empty one. */
function queryFields({ search, searchParams }: URL): Record<string, string> {
  const bare = search.slice(1).split("&");
  return Object.fromEntries(
    [...searchParams].map(([name, value]) => [
      `query.${name}`,
      bare.includes(name) ? "(bare key)" : shaped(name, value),
    ]),
  );
}

function bodyOf(type: string, data: string | null): object {
  if (data === null) return {};
  if (type === "application/json") return JSON.parse(data) as object;
  return Object.fromEntries(new URLSearchParams(data));
}

function addMembers(fields: Record<string, string>, path: string, value: unknown): void {
  if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      addMembers(fields, `${path}.${name}`, member);
    }
    return;
  }
  fields[path] = shaped(path.split(".").pop() ?? "", String(value));
}

/** What nobody can foresee, by the names of its fields; it counts by its shape. */
const shapes: readonly (readonly [names: readonly string[], shape: RegExp, word: string])[] = [
  // At least 160 bits in any of the alphabets in use.
  [["state", "nonce"], /^[\w~.+/=-]{27,}$/, "(random)"],
  [["code_challenge"], /^[\w-]{43}$/, "(SHA-256)"],
  // RFC 7636 section 4.1.
  [["code_verifier"], /^[\w~.-]{43,128}$/, "(verifier)"],
  [["code", "login_ticket", "refresh_token", "token"], /^[\w.-]{16,}$/, "(from the tenant)"],
  [["subject_token", "link_with"], /^(?:[\w-]+\.){2}[\w-]+$/, "(ID token)"],
  [["otp"], /^\d{6}$/, "(digits)"],
  [["authorization"], /^Bearer [\w.-]{16,}$/, "(Bearer token)"],
  [["auth0-client", "auth0Client"], /^[\w=-]{16,}$/, "(telemetry)"],
];

/** Of `newEmail`, which is another one for each client. */
const newAddress = /user-[\da-f-]{36}@example\.com/;

function shaped(name: string, value: string): string {
  const known = shapes.find(([names, shape]) => names.includes(name) && shape.test(value));
  return known ? known[2] : value.replace(newAddress, "(new address)");
}
