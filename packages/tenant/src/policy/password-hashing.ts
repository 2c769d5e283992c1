import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Hashes passwords as `scrypt$N$r$p$salt$hash`, so that the cost can change later. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  /** At the least cost there is: for passwords that are written down elsewhere anyway. */
  hashQuickly(password: string): Promise<string>;
  /** Whether a stored hash is cheaper than a new one would be. */
  isWeak(stored: string): boolean;
  /** Without a stored hash it does the same work and answers false. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
}

// The work of the usual 8 and 1 in an eighth of the memory: glibc keeps a buffer or two for each of
// the threads that hash, and this process is to stay small.
const blockSize = 1;
const parallelism = 8;
const keyLength = 32;
const leastCost = 2;

/** `cost` is scrypt's N. */
export function createPasswordHashing(cost: number): PasswordHashing {
  // Verified against when the user does not exist: it takes as long and never matches.
  const nobody = format(cost, randomBytes(16), randomBytes(keyLength));

  async function hashAt(N: number, password: string): Promise<string> {
    const salt = randomBytes(16);
    return format(N, salt, await derive(password, salt, N));
  }

  async function verify(password: string, stored: string | undefined): Promise<boolean> {
    const [, n, r, p, salt = "", expected = ""] = (stored ?? nobody).split("$");
    // A cheap hash must not answer sooner than no hash at all.
    if (Number(n) < cost) await derive(password, randomBytes(16), cost);
    const key = await derive(
      password,
      Buffer.from(salt, "base64url"),
      Number(n),
      Number(r),
      Number(p),
    );
    return timingSafeEqual(key, Buffer.from(expected, "base64url"));
  }

  return {
    hash: (password) => hashAt(cost, password),
    hashQuickly: (password) => hashAt(leastCost, password),
    isWeak: (stored) => Number(stored.split("$")[1]) < cost,
    verify,
  };
}

function format(cost: number, salt: Buffer, key: Buffer): string {
  const [saltText, keyText] = [salt.toString("base64url"), key.toString("base64url")];
  return `scrypt$${cost}$${blockSize}$${parallelism}$${saltText}$${keyText}`;
}

function derive(
  password: string,
  salt: Buffer,
  N: number,
  r = blockSize,
  p = parallelism,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyLength, { N, r, p, maxmem: 256 * r * (N + p + 2) }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
