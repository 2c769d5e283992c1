import type { PasswordlessChallenge } from "../identity/passwordless-challenge.js";

/** The one message of this tab that was not answered yet; it survives a reload and holds no code. */
export interface PendingMessageStore {
  /** The same object until the message changes. */
  get(): PasswordlessChallenge | undefined;
  set(challenge: PasswordlessChallenge): void;
  clear(): void;
}

interface Kept {
  readonly text: string | null;
  readonly challenge?: PasswordlessChallenge;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const lifetime = 15 * 60_000;
const nothing: Kept = { text: null, until: 0 };

/**
 * Keeps it in sessionStorage for a quarter of an hour. `name` separates applications and tenants that share a page.
 */
export function createPendingMessageStore(name: string): PendingMessageStore {
  const key = `portico.pending-message.${name}`;
  let kept = nothing;

  return {
    get() {
      const text = stored();
      if (text !== kept.text) kept = parse(text);
      const left = kept.until - Date.now();
      if (left > 0 && left <= lifetime) return kept.challenge;
      if (text !== null) store(null);
      return undefined;
    },
    set(challenge) {
      const until = Date.now() + lifetime;
      store(JSON.stringify({ ...challenge, until }));
      // Where nothing can be stored, this page still waits for it.
      kept = { text: stored(), challenge, until };
    },
    clear() {
      kept = nothing;
      store(null);
    },
  };

  function stored(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function store(text: string | null): void {
    try {
      if (text === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // A message that does not survive a reload is sent once more.
    }
  }
}

function parse(text: string | null): Kept {
  try {
    const { until, ...challenge } = JSON.parse(text ?? "") as Record<string, unknown>;
    if (typeof until !== "number" || !isChallenge(challenge)) return { ...nothing, text };
    return { text, challenge: Object.freeze(challenge), until };
  } catch {
    return { ...nothing, text };
  }
}

/** Storage is writable by any script of the page, so what comes back is checked. */
function isChallenge(value: object): value is PasswordlessChallenge {
  const { type, connection, channel, destination, send, resendAt } = value as Record<
    string,
    unknown
  >;
  return (
    type === "passwordless" &&
    [connection, destination].every((text) => typeof text === "string" && text !== "") &&
    (channel === "email" || channel === "sms") &&
    (send === "code" || send === "link") &&
    typeof resendAt === "number"
  );
}
