import {
  constants,
  createHash,
  createHmac,
  privateEncrypt,
  sign,
  type KeyObject,
} from "node:crypto";

interface SignAs {
  readonly alg: unknown;
  readonly privateKey: KeyObject;
  /** For HS256. */
  readonly secret: string;
}

/** The signature that `alg` asks for (RFC 7518 section 3.1); over SHA-256 where the key or nobody knows that one. */
export function signText(text: string, { alg, privateKey, secret }: SignAs): Buffer {
  const bytes = Buffer.from(text);
  switch (isRsa(privateKey) || alg !== "PS256" ? alg : undefined) {
    case "none":
      return Buffer.alloc(0);
    case "HS256":
      return createHmac("sha256", secret).update(bytes).digest();
    case "PS256": {
      const padding = constants.RSA_PKCS1_PSS_PADDING;
      return sign("sha256", bytes, { key: privateKey, padding, saltLength: 32 });
    }
    case "ES256":
      return sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" });
    case "RS384":
      return sign("sha384", bytes, privateKey);
    case "RS512":
      return sign("sha512", bytes, privateKey);
    default:
      return sign("sha256", bytes, privateKey);
  }
}

export function isRsa({ asymmetricKeyType }: KeyObject): boolean {
  return asymmetricKeyType === "rsa";
}

/** What RFC 8017 section 9.2 puts before a SHA-256 hash. */
const digestInfo = Buffer.from("3031300d060960864801650304020105000420", "hex");

/** RS256 by an RSA key with a padding of one byte; the bytes before it are zero, and not FF as they have to be. */
export function withShortPadding(text: string, key: KeyObject): Buffer {
  const hash = createHash("sha256").update(text).digest();
  const padded = Buffer.concat([Buffer.of(0x01, 0xff, 0x00), digestInfo, hash]);
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const block = Buffer.concat([Buffer.alloc(length - padded.length), padded]);
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
}

/** One part of a token. */
export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
