import { audience, binding, claims, structure } from "./rows/claims.js";
import { good } from "./rows/good.js";
import { algorithm, header, keyChoice, signature } from "./rows/signatures.js";
import { maxAge, time } from "./rows/times.js";
import type { TokenClass } from "./token-row.js";

/** Tokens that have to be refused, by what is wrong with them. */
export const forged: readonly TokenClass[] = [
  algorithm,
  signature,
  header,
  keyChoice,
  claims,
  audience,
  time,
  maxAge,
  binding,
  structure,
];

/** Every row, and last those that are good. */
export const tokenRows = [...forged, good].flatMap(({ rows }) => rows);
