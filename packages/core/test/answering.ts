import { vi } from "vitest";

/** An answer of the tenant: its status, and what it says. */
export type Answer = readonly [status: number, body: object];

/** A request that was answered. */
export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  /** Of its JSON or form. */
  readonly fields: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Answers in the tenant's place, one after the other, the last again and again; gives what is sent meanwhile. */
export function answering(...answers: readonly [Answer, ...Answer[]]): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const [status, body] = answers[Math.min(sent.length, answers.length - 1)] ?? answers[0];
    sent.push({ url, init, fields: fieldsOf(init.body), at: Date.now() });
    return Response.json(body, { status });
  });
  return sent;
}

function fieldsOf(body: unknown): unknown {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return typeof body === "string" ? JSON.parse(body) : undefined;
}
