import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HttpContext } from "../http/environment.js";
import { ConnectionLost } from "./connection-lost.js";
import type { FaultOf } from "./fault-table.js";
import { fixedAnswers, type FixedAnswer } from "./fixed-answers.js";
import { limitAnswer } from "./limit-answer.js";
import { loseConnection } from "./lose-connection.js";
import { refusalAt } from "./sign-in-refusals.js";
import { spoilKeySet } from "./spoil-key-set.js";
import { takeFault } from "./take-fault.js";
import type { TakenFault } from "./taken-fault.js";
import { pause, untilGone } from "./waiting.js";

/**
 * The answer that a fault puts in place of the tenant's; undefined: the tenant is to do its work
 * (a delay has then passed). Throws ConnectionLost where no answer is to arrive.
 */
export async function answerFault(c: HttpContext): Promise<Response | undefined> {
  const { path } = c.req;
  if (c.var.entry.preflight && takeFault(c, "preflight")) return c.body(null, 403);
  const fault = takeFault(c, "request");
  const answer = fault && (await answerInPlace(c, fault));
  if (answer) return answer;
  const refused = takeFault(c, "refusal", (kind) => refusalAt(path, kind) !== undefined);
  const refusal = refused && refusalAt(path, refused.kind);
  if (refusal) return c.json(refusal.body, refusal.status);
  const keySet = path === "/.well-known/jwks.json" ? takeFault(c, "jwks") : undefined;
  return keySet && spoilKeySet(c, keySet);
}

async function answerInPlace(
  c: HttpContext,
  fault: TakenFault<FaultOf<"request">>,
): Promise<Response | undefined> {
  const { kind } = fault;
  switch (kind) {
    case "network":
      return loseConnection(c);
    case "hang":
      await untilGone(c);
      throw new ConnectionLost();
    case "delay":
      if (!(await pause(c, fault.ms))) throw new ConnectionLost();
      return undefined;
    case "text403":
      return c.text(`Origin ${c.req.header("origin") ?? ""} is not allowed.`, 403);
    case "json-empty":
      return c.json({}, fault.status as ContentfulStatusCode);
    case "429-attempts":
    case "429-suspicious":
    case "429-global":
      return limitAnswer(c, { ...fault, kind });
    default:
      return fixedAnswer(fixedAnswers[kind]);
  }
}

function fixedAnswer({ status, type, body }: FixedAnswer): Response {
  return new Response(body ?? null, { status, ...(type && { headers: { "Content-Type": type } }) });
}
