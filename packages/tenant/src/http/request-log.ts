/** What is kept of a request: names of query parameters, never their values, and no body. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly queryNames: readonly string[];
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

export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add(entry) {
      entries = [...entries.slice(1 - capacity), entry];
    },
    list: () => entries.map((entry) => ({ ...entry, faults: [...entry.faults] })),
    clear() {
      entries = [];
    },
  };
}
