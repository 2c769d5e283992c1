import { setTimeout } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { HttpContext } from "../http/environment.js";
import { tooManyAttempts } from "../policy/password-refusals.js";
import { kindOf, type Fault } from "./fault-rule.js";

/** The broken answer of a fault; undefined: answer as usual (a delay has then passed). */
export async function answerFault(c: HttpContext, fault: Fault): Promise<Response | undefined> {
  switch (kindOf(fault)) {
    case "network":
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    case "hang":
      return new Promise(() => {});
    case "delay":
      await waitUnlessClosing(c, typeof fault === "object" && "ms" in fault ? fault.ms : 0);
      return undefined;
    case "text403":
      return c.text(`Origin ${c.req.header("origin") ?? ""} is not allowed.`, 403);
    case "html500":
      return c.html("<html><body><h1>500 Internal Server Error</h1></body></html>", 500);
    case "html502":
      return c.html("<html><body><h1>502 Bad Gateway</h1></body></html>", 502);
    case "json-empty":
      return c.json({}, 400);
    case "text200":
      return c.text("OK");
    case "null200":
      return c.json(null);
    case "429-attempts":
      return limited(c, fault, { error: "too_many_attempts", error_description: tooManyAttempts });
    case "429-global":
      return limited(c, fault, {
        statusCode: 429,
        error: "Too Many Requests",
        message: "Global limit has been reached",
        errorCode: "too_many_requests",
      });
    case "jwks-down":
      return c.text("Service Unavailable", 503);
    default:
      return undefined;
  }
}

function limited(c: HttpContext, fault: Fault, body: object): Response {
  if (typeof fault === "object" && "retryAfter" in fault) {
    c.header("Retry-After", String(fault.retryAfter));
  }
  return c.json(body, 429);
}

/** A closing tenant does not wait for its delays. */
async function waitUnlessClosing(c: HttpContext, milliseconds: number): Promise<void> {
  const { closing } = c.var.tenant;
  await setTimeout(milliseconds, undefined, { signal: closing });
}
