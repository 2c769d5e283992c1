import type { UserId } from "./management.js";

/** The path of a user below `/api/v2/`. Throws an `Error` for an id without its provider. */
export function userPath(userId: UserId): string {
  if (typeof userId === "string" && /^[^|]+\|./s.test(userId)) return `users/${pathOf(userId)}`;
  throw new Error(
    "The Management API was called for a user id without its provider. Nothing was sent. Pass the whole id, such as auth0|5f7c8ec7c33c6c004bbafe82: the sub of the session's user.",
  );
}

/** Segments of a path, each of which stays one whatever is in it. Throws an `Error` for one that cannot. */
export function pathOf(...segments: readonly string[]): string {
  return segments.map(encodeSegment).join("/");
}

function encodeSegment(segment: string): string {
  // Addresses resolve "." and ".." in whatever spelling, and would lead elsewhere.
  const isUsable = typeof segment === "string" && !["", ".", ".."].includes(segment);
  if (isUsable && isWellFormed(segment)) return encodeURIComponent(segment);
  throw new Error(
    "The Management API was called with an id that is empty or no text. Nothing was sent. Pass provider and userId of an identity as they came.",
  );
}

/** Half a surrogate pair has no spelling in an address. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
