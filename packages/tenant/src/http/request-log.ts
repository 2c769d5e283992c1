import type { HttpContext } from "./environment.js";

/** What is kept of a request: names of parameters and members, never their values. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly queryNames: readonly string[];
  /** Members of its JSON or form body. */
  bodyNames: readonly string[];
  readonly origin: string | null;
  readonly preflight: boolean;
  /** Milliseconds since 1970, tenant's clock. */
  readonly at: number;
  /** Null while unanswered. */
  status: number | null;
  /** Faults that were applied to it. */
  readonly faults: string[];
}

/** The last requests, oldest first. */
export interface RequestLog {
  add(entry: LoggedRequest): void;
  list(): LoggedRequest[];
  clear(): void;
}

const capacity = 1000;
/** Of anything that a caller makes up: the log must not grow with what it is sent. */
const longest = { text: 500, list: 50 };

export function createRequestLog(): RequestLog {
  let ring: LoggedRequest[] = [];
  let oldest = 0;
  return {
    add(entry) {
      if (ring.length < capacity) {
        ring.push(entry);
        return;
      }
      ring[oldest] = entry;
      oldest = (oldest + 1) % capacity;
    },
    list: () =>
      [...ring.slice(oldest), ...ring.slice(0, oldest)].map((entry) => ({
        ...entry,
        faults: [...entry.faults],
      })),
    clear() {
      ring = [];
      oldest = 0;
    },
  };
}

/** The entry of a request that has just come in. */
export function describeRequest(c: HttpContext, now: number): LoggedRequest {
  const { method } = c.req;
  const url = new URL(c.req.url);
  const origin = c.req.header("origin");
  return {
    method,
    // As it came: a decoded path could write lines of its own into the log.
    path: clip(url.pathname),
    queryNames: clippedNames(url.searchParams.keys()),
    bodyNames: [],
    origin: origin === undefined ? null : clip(origin),
    preflight: method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined,
    at: now,
    status: null,
    faults: [],
  };
}

/** Each name once. */
export function clippedNames(names: Iterable<string>): string[] {
  return [...new Set(names)].slice(0, longest.list).map(clip);
}

function clip(text: string): string {
  return text.length > longest.text ? `${text.slice(0, longest.text)}…` : text;
}
