import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Hashes passwords as `scrypt$N$r$p$salt$hash`, so that the cost can change later. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  /** Without a stored hash it does the same work and answers false. */
  verify(password: string, stored: string | undefined): Promise<boolean>;
}

const blockSize = 8;
const parallelism = 1;
const keyLength = 32;

/** `cost` is scrypt's N. */
export function createPasswordHashing(cost: number): PasswordHashing {
  // Verified against when the user does not exist: it takes as long and never matches.
  const nobody = format(cost, randomBytes(16), randomBytes(keyLength));

  async function hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    return format(cost, salt, await derive(password, salt, cost));
  }

  async function verify(password: string, stored: string | undefined): Promise<boolean> {
    const [, n, r, p, salt = "", expected = ""] = (stored ?? nobody).split("$");
    const key = await derive(
      password,
      Buffer.from(salt, "base64url"),
      Number(n),
      Number(r),
      Number(p),
    );
    return timingSafeEqual(key, Buffer.from(expected, "base64url"));
  }

  return { hash, verify };
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
