import { createKeySet, verifyIdToken } from "bench:verifier";
import IdTokenVerifier from "idtoken-verifier";

interface Given {
  readonly token: string;
  readonly accessToken: string;
  readonly nonce: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly count: number;
}

declare global {
  interface Window {
    /** Verify the same token so many times, one after the other; the milliseconds that all of them took. */
    verifiers: Record<"portico" | "idtoken-verifier", (given: Given) => Promise<number>>;
  }
}

window.verifiers = {
  async portico({ token, accessToken, nonce, issuer, clientId, count }) {
    const keys = createKeySet(`${issuer}.well-known/jwks.json`, 15_000);
    const expected = {
      issuer,
      clientId,
      nonce,
      accessToken,
      requireHash: true,
      leeway: 60,
      now: Date.now(),
    };
    return timed(count, () => verifyIdToken(token, expected, keys));
  },
  async "idtoken-verifier"({ token, accessToken, nonce, issuer, clientId, count }) {
    const kept = new Map<string, unknown>();
    const verifier = new IdTokenVerifier({
      issuer,
      audience: clientId,
      jwksURI: `${issuer}.well-known/jwks.json`,
      jwksCache: {
        has: (kid: string) => kept.has(kid),
        get: (kid: string) => kept.get(kid),
        set: (kid: string, key: unknown) => void kept.set(kid, key),
      },
    });
    const { alg = "", at_hash = "" } = {
      ...decoded(token, 0),
      ...decoded(token, 1),
    } as { readonly alg?: string; readonly at_hash?: string };
    return timed(
      count,
      () =>
        new Promise<void>((resolve, reject) => {
          verifier.verify(token, nonce, (error: Error | null | undefined) => {
            if (error) return reject(error);
            verifier.validateAccessToken(
              accessToken,
              alg,
              at_hash,
              (refused: Error | null | undefined) => (refused ? reject(refused) : resolve()),
            );
          });
        }),
    );
  },
};

/** The first call fetches the keys, and is not counted. */
async function timed(count: number, verify: () => Promise<unknown>): Promise<number> {
  await verify();
  const start = performance.now();
  for (let done = 0; done < count; done += 1) await verify();
  return performance.now() - start;
}

function decoded(token: string, part: number): object {
  return JSON.parse(
    atob((token.split(".")[part] ?? "").replaceAll("-", "+").replaceAll("_", "/")),
  ) as object;
}
