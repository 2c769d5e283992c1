import { legacyCatalogue, type LegacyName } from "./legacy-catalogue.js";

// Bundlers write a text in its place.
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Says on the console that a call is deprecated, once for each name; never in production. */
export function createDeprecation(isWanted: boolean): (name: LegacyName) => void {
  const said = new Set<LegacyName>();
  return (name) => {
    if (!isWanted || said.has(name) || isProduction()) return;
    said.add(name);
    const { endpoint, modern } = legacyCatalogue[name];
    // oxlint-disable-next-line no-console -- Developers are told where they look; see `deprecationWarnings`.
    console.warn(
      `Portico: legacy.${name} is deprecated. Auth0 has retired ${endpoint} in this use. Call ${modern} instead.`,
    );
  };
}

function isProduction(): boolean {
  try {
    return process.env.NODE_ENV === "production";
  } catch {
    return false;
  }
}
