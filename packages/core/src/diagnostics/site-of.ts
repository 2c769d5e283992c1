/**
 * Whether cookies of one address count as first-party at the other: the same scheme, and the same registrable
 * domain. Only the browser knows where one ends, and says so by the cookies that it takes.
 */
export function isSameSite(page: URL, other: URL): boolean {
  if (page.protocol !== other.protocol) return false;
  const site = registrableDomain(page.hostname);
  return other.hostname === site || other.hostname.endsWith(`.${site}`);
}

/** The shortest part of this page's host that may own cookies; the host itself where no part may. */
function registrableDomain(host: string): string {
  const labels = host.split(".");
  for (let count = 2; count < labels.length; count += 1) {
    const domain = labels.slice(-count).join(".");
    if (acceptsCookieOf(domain)) return domain;
  }
  return host;
}

function acceptsCookieOf(domain: string): boolean {
  const name = "portico-diagnose";
  const attributes = `domain=${domain}; path=/; samesite=lax`;
  document.cookie = `${name}=1; ${attributes}`;
  const accepted = document.cookie.split("; ").includes(`${name}=1`);
  if (accepted) document.cookie = `${name}=; ${attributes}; max-age=0`;
  return accepted;
}
