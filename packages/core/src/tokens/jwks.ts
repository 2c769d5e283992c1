import { authError, isAuthError } from "../errors/auth-error.js";
import { request } from "../transport/request.js";
import { importKey } from "./import-key.js";

/** A key that may have signed an ID token. */
export interface SigningKey {
  readonly kid?: string;
  readonly key: CryptoKey;
}

/** The tenant's signing keys, kept in memory and fetched again when an unknown one turns up. */
export interface KeySet {
  /** The only algorithm that its keys verify; a token of another one is refused unseen. */
  readonly algorithm: "RS256" | "HS256";
  /** The key for the `kid` of a token's header, or undefined where the tenant has none. */
  find(kid: string | undefined): Promise<CryptoKey | undefined>;
  /** Starts fetching, so that a later `find` does not have to wait. */
  preload(): void;
}

const attempts = 3;
const refetchPause = 30_000;

/** Reads GET /.well-known/jwks.json (RFC 7517). Failures keep the code of the request that failed. */
export function createKeySet(url: string, deadline: number): KeySet {
  let keys: Promise<readonly SigningKey[]> | undefined;
  let fetchedAt = 0;

  return {
    algorithm: "RS256",
    async find(kid) {
      const loading = load();
      const known = pick(await loading, kid);
      if (known || Date.now() - fetchedAt < refetchPause) return known;
      // The tenant may have rotated its keys since; whoever finds that out first fetches for all.
      if (keys === loading) keys = undefined;
      return pick(await load(), kid);
    },
    preload() {
      load().catch(() => {});
    },
  };

  function load(): Promise<readonly SigningKey[]> {
    if (keys) return keys;
    const loading = fetchKeys(url, deadline, attempts);
    keys = loading;
    loading.then(
      () => (fetchedAt = Date.now()),
      () => {
        if (keys === loading) keys = undefined;
      },
    );
    return loading;
  }
}

function pick(keys: readonly SigningKey[], kid: string | undefined): CryptoKey | undefined {
  if (kid !== undefined) return keys.find((entry) => entry.kid === kid)?.key;
  return keys.length === 1 ? keys[0]?.key : undefined;
}

async function fetchKeys(
  url: string,
  deadline: number,
  left: number,
): Promise<readonly SigningKey[]> {
  try {
    const { keys } = await request({ url, endpoint: "jwks", deadline });
    if (!Array.isArray(keys)) throw authError("invalid_response");
    const usable = await Promise.all(keys.map(importKey));
    return usable.filter((entry) => entry !== undefined);
  } catch (error) {
    if (left <= 1 || !isAuthError(error) || !error.retryable) throw error;
    return fetchKeys(url, deadline, left - 1);
  }
}
