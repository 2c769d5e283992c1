import type { HttpContext } from "../http/environment.js";
import { describeRefusal } from "../policy/password-refusals.js";
import type { FaultOf } from "./fault-table.js";
import type { LimitHeaders } from "./fault-rule.js";

type Limit = Extract<FaultOf<"request">, `429-${string}`>;

const bodies: Readonly<Record<Limit, object>> = {
  "429-attempts": refusalBody("too-many-attempts"),
  "429-suspicious": refusalBody("suspicious-ip"),
  "429-global": {
    statusCode: 429,
    error: "Too Many Requests",
    message: "Global limit has been reached",
    errorCode: "too_many_requests",
  },
};

/** The three ways in which Auth0 says that it was asked too often. */
export function limitAnswer(c: HttpContext, fault: LimitHeaders & { kind: Limit }): Response {
  const headers = { ...retryHeader(fault), ...(fault.rateLimit && limitHeaders(fault)) };
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const names = Object.keys(headers).join(", ");
  // A page reads no other headers of another origin's answer.
  if (names) c.header("Access-Control-Expose-Headers", names);
  return c.json(bodies[fault.kind], 429);
}

function refusalBody(status: "too-many-attempts" | "suspicious-ip"): object {
  const { error, description } = describeRefusal(status);
  return { error, error_description: description };
}

function retryHeader({ retryAfter, asDate }: LimitHeaders): Record<string, string> {
  if (retryAfter === undefined) return {};
  const isDate = asDate && typeof retryAfter === "number";
  // Clients hold it against their own clock, which the tenant's may be ahead of.
  const value = isDate ? new Date(Date.now() + retryAfter * 1000).toUTCString() : retryAfter;
  return { "Retry-After": String(value) };
}

/** `X-RateLimit-Reset` is in seconds since 1970. */
function limitHeaders({ retryAfter }: LimitHeaders): Record<string, string> {
  const seconds = typeof retryAfter === "number" ? retryAfter : 60;
  return {
    "X-RateLimit-Limit": "10",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": String(Math.ceil(Date.now() / 1000) + seconds),
  };
}
