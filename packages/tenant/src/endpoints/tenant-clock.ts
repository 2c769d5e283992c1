import type { HttpContext } from "../http/environment.js";
import { OAuthError } from "../http/oauth-error.js";
import { jsonValues } from "../http/request-body.js";
import type { Clock } from "../state/clock.js";

/** GET /_tenant/clock: what the tenant takes for the time. */
export function readClock(c: HttpContext): Response {
  return c.json(c.var.tenant.clock.read());
}

/** POST /_tenant/clock: `offset` or `set` (milliseconds), then `freeze` or `resume` (true). */
export function moveClock(c: HttpContext): Response {
  const { clock } = c.var.tenant;
  const moves = Object.entries(jsonValues(c)).map(([name, value]) => moveOf(clock, name, value));
  if (moves.length === 0) throw invalid("Give one of offset, set, freeze and resume.");
  try {
    for (const move of moves) move();
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
  return c.json(clock.read());
}

function moveOf(clock: Clock, name: string, value: unknown): () => void {
  switch (name) {
    case "offset":
    case "set":
      if (typeof value !== "number") throw invalid(`${name} must be a number of milliseconds.`);
      return () => clock[name](value);
    case "freeze":
    case "resume":
      if (value !== true) throw invalid(`${name} must be true.`);
      return () => clock[name]();
    default:
      throw invalid(`${name} is not one of offset, set, freeze and resume.`);
  }
}

function invalid(description: string): OAuthError {
  return new OAuthError(400, "invalid_request", description);
}
