type Metadata = Readonly<Record<string, unknown>>;

/**
 * Auth0's rules for a metadata patch: members of the first level replace those of the same name,
 * null removes one, and an empty object removes all.
 */
export function mergeMetadata(present: Metadata, patch: Metadata): Record<string, unknown> {
  const names = Object.keys(patch);
  if (names.length === 0) return {};
  return Object.fromEntries(
    Object.entries({ ...present, ...patch }).filter(([, value]) => value !== null),
  );
}
