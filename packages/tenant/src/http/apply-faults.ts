import type { MiddlewareHandler } from "hono";
import { answerFault } from "../faults/answer-fault.js";
import { readFaultSubject } from "../faults/read-fault-subject.js";
import { spoilAnswer } from "../faults/spoil-answer.js";
import type { HttpEnvironment } from "./environment.js";

/** Lets a request fail in the way that a fault rule asks for; without rules it does nothing. */
export const applyFaults: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  if (c.var.tenant.faults.isEmpty()) return next();
  c.set("faultSubject", await readFaultSubject(c));
  const answer = await answerFault(c);
  if (answer) return answer;
  await next();
  await spoilAnswer(c);
  return undefined;
};
