import type { MiddlewareHandler } from "hono";
import { answerFault } from "../faults/answer-fault.js";
import { kindOf } from "../faults/fault-rule.js";
import { takeFault } from "../faults/take-fault.js";
import type { HttpEnvironment } from "./environment.js";

/** Applies the faults that replace an answer, delay it or change its headers. */
export const applyFaults: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const isJwks = c.req.path === "/.well-known/jwks.json";
  const fault = takeFault(c, "request") ?? (isJwks ? takeFault(c, "jwks") : undefined);
  const answer = fault && (await answerFault(c, fault));
  if (answer) return answer;
  await next();
  if (!c.res.headers.get("content-type")?.startsWith("text/html")) return undefined;
  const headers = takeFault(c, "headers");
  if (headers && kindOf(headers) === "coop") c.header("Cross-Origin-Opener-Policy", "same-origin");
  if (headers && kindOf(headers) === "xfo") c.header("X-Frame-Options", "DENY");
  return undefined;
};
