/** The wait between two messages to one address, which a reload does not end. */
export interface ResetWait {
  /** From when on the next one may be sent, in milliseconds since 1970; undefined where it may at once. */
  readonly resendAt: number | undefined;
  /** Begins another wait, until then. */
  readonly begin: (resendAt: number) => void;
}

interface Kept {
  readonly salt: string;
  readonly digest: string;
  readonly resendAt: number;
}

const key = "portico.reset-wait";

// A clock may be set back, and any script of the page may write there.
const longest = 3_600_000;

/**
 * Looks up the wait for an address in sessionStorage, which keeps the latest one, and a salted digest in the place of
 * the address. It knows what this tab has sent, and nothing of who has an account. `whose` separates applications,
 * tenants and connections.
 */
export async function resetWaitOf(whose: string, address: string): Promise<ResetWait> {
  try {
    const kept = read();
    const salt = kept?.salt ?? crypto.randomUUID();
    const digest = await digestOf([salt, whose, address]);
    const resendAt = kept?.digest === digest ? kept.resendAt : undefined;
    return { resendAt, begin: (next) => store({ salt, digest, resendAt: next }) };
  } catch {
    // Where the browser keeps no such thing, the wait ends with the page.
    return { resendAt: undefined, begin: () => {} };
  }
}

async function digestOf(parts: readonly string[]): Promise<string> {
  // To the tenant an address in capitals is the same.
  const text = JSON.stringify(parts).toLowerCase();
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The latest wait, if it still goes on. */
function read(): Kept | undefined {
  const text = sessionStorage.getItem(key);
  const kept = text === null ? undefined : parse(text);
  if (!isKept(kept)) return undefined;
  const left = kept.resendAt - Date.now();
  return left > 0 && left <= longest ? kept : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { salt, digest, resendAt } = value as Record<string, unknown>;
  return typeof salt === "string" && typeof digest === "string" && typeof resendAt === "number";
}

function store(kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // As above.
  }
}
