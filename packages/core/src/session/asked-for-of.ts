import type { AskedFor } from "./asked-for.js";

/** What was asked for, as the name of an access token tells it. */
export function askedForOf(key: string): AskedFor {
  const [audience, organization, scope] = JSON.parse(key) as [string, string, string];
  return { scope, audience: audience || undefined, organization: organization || undefined };
}
