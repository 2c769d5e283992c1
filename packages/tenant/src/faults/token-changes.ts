/** Members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/** A key that is not the tenant's own: RSA of 2048 bits, RSA of 1024 bits, or P-256. */
export type SpareKeyName = (typeof spareKeyNames)[number];

export const spareKeyNames = ["foreign", "small", "elliptic"] as const;

/** What is wrong with a signature that was made as it should be. */
export type SignatureDefect = (typeof signatureDefects)[number];

export const signatureDefects = [
  "absent",
  "one-byte",
  "cut",
  "longer",
  "padded",
  /** The same bytes, with another last letter: base64url leaves a few bits of it unused. */
  "respelled",
  /** That of the token as it was before its claims were changed. */
  "of-other-claims",
  /** PKCS #1 padding of one byte in the place of all that fits (RFC 8017 section 9.2). */
  "short-padding",
] as const;

/** In what an ID token differs from the right one. It is signed as its `alg` says, whatever that is. */
export interface TokenChanges {
  /** Header members, added or in the place of the right ones. */
  readonly header?: Members;
  readonly withoutHeader?: readonly string[];
  /** Claims, added or in the place of the right ones. */
  readonly claims?: Members;
  /** Claims that are dates, as seconds from the tenant's now. */
  readonly times?: Readonly<Record<string, number>>;
  readonly without?: readonly string[];
  /** Any JSON in the place of the whole header. */
  readonly wholeHeader?: unknown;
  /** Any JSON in the place of all claims. */
  readonly payload?: unknown;
  /** Text behind the encoded payload; it is signed as well. */
  readonly afterPayload?: string;
  /** Default: the tenant's own; its public one, as PEM, is the secret of HS256. */
  readonly key?: SpareKeyName;
  readonly signature?: SignatureDefect;
  /** 2: the signature is left out; 4: something follows it. */
  readonly parts?: 2 | 4;
}

/** In what a key set differs from the right one. */
export interface KeySetChanges {
  /** The key that is listed in the place of the tenant's own, under the name of that. */
  readonly key?: SpareKeyName;
  /** Members of each key, added or in the place of the right ones. */
  readonly members?: Members;
  readonly without?: readonly string[];
  /** A key that is listed first, under a name of its own. */
  readonly beside?: SpareKeyName;
}
