/** The origin of a tenant that is named by its host or its origin. Throws an `Error` for anything else. */
export function tenantOrigin(domain: unknown, key: string): string {
  const text = typeof domain === "string" ? domain : "";
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.href !== `${url?.origin}/`) {
    throw mistake(`no usable ${key}`, "It is a host such as example.eu.auth0.com.");
  }
  if (url.protocol === "http:" && !isThisMachine(url.hostname)) {
    throw mistake(
      `a ${key} over plain http`,
      "Only a tenant on this machine may do without https.",
    );
  }
  return url.origin;
}

/** What is thrown for a wrong configuration. */
export function mistake(what: string, remedy: string): Error {
  return new Error(`Portico was configured with ${what}. Nobody can sign in. ${remedy}`);
}

function isThisMachine(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}
