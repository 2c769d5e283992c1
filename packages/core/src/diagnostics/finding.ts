import { findingWords } from "./finding-words.js";

/** What each finding tells about itself. The keys are the closed list of codes. */
export interface FindingDetails {
  /** The browser withholds WebCrypto from this page. */
  insecure_context: { readonly origin: string };
  /** The browser refuses to keep what a redirect needs on the way back. */
  storage_blocked: NoDetails;
  /** This page's own Cross-Origin-Opener-Policy cuts its popups off. */
  opener_policy: { readonly policy: string };
  /** This page's own Content-Security-Policy keeps it from the tenant. */
  blocked_by_own_policy: { readonly directive: string; readonly origin: string };
  /** Silent answers go to the origin of the redirect URI, which is not this page's. */
  foreign_redirect_uri: { readonly redirectUri: string };
  /** Nothing answers at the tenant's address, or it is in trouble. */
  tenant_unreachable: { readonly origin: string };
  /** Something else answers there. */
  not_an_auth0_tenant: { readonly origin: string };
  /** The tenant has no application with this client ID. */
  unknown_client: { readonly clientId: string };
  /** The application has to authenticate itself, which no page can. */
  not_a_public_client: { readonly clientId: string };
  /** Not in Allowed Web Origins. */
  origin_not_allowed: { readonly origin: string };
  /** Not in Allowed Callback URLs. */
  callback_not_allowed: { readonly redirectUri: string };
  /** The tenant's pages may not be framed. */
  frames_refused: { readonly origin: string };
  /** A silent login is not answered, and this page cannot find out why. */
  no_silent_answer: { readonly redirectUri: string };
  /** The application may not check passwords from its own page. */
  cross_origin_login_off: NoDetails;
  /** The name of a grant type that the configuration needs. */
  grant_off: { readonly grant: string };
  /** There is no such database connection, or it is off for the application. */
  unknown_connection: { readonly connection: string };
  /** There is no such organization, or the application cannot sign in to it. */
  unknown_organization: { readonly organization: string };
  /** The tenant has no such API. */
  unknown_audience: { readonly audience: string };
  /** The Management API knows the tenant's own host only. */
  management_on_custom_domain: { readonly audience: string };
  /** Browsers that block third-party cookies hide the tenant's session from this page. */
  different_site: { readonly app: string; readonly tenant: string };
  /** This browser does so now. */
  third_party_cookies_blocked: { readonly app: string; readonly tenant: string };
  /** The browser did not let a window open. */
  popups_blocked: NoDetails;
  /** A popup at the tenant loses its opener. */
  popups_cut_off: { readonly origin: string };
  /** How far the tenant's clock is ahead, and a leeway that would do; both in seconds. */
  clock_skew: { readonly seconds: number; readonly leeway: number };
  /** ID tokens are not signed RS256. */
  unsupported_algorithm: NoDetails;
  /** Auth0 asks for consent wherever the application runs on this machine. */
  loopback_consent: { readonly origin: string };
  /** The user has to agree first; with `audience`, to what that API asks for. */
  consent_required: { readonly audience: string | undefined };
  /** The tenant forgot a user of a social connection at once, as it does with Auth0's development keys. */
  development_keys: { readonly connection: string };
}

type NoDetails = Readonly<Record<never, never>>;

/** The closed list of what `diagnose` can find. */
export type FindingCode = keyof FindingDetails;

/** `error`: something that the configuration asks for cannot work. `warning`: it fails for some. `hint`: worth knowing. */
export type Severity = "error" | "warning" | "hint";

/** What a finding says to a developer. It never says what the tenant wrote. */
export interface FindingWords {
  readonly severity: Severity;
  readonly what: string;
  readonly consequence: string;
  /** The setting to change, by its path in Auth0's dashboard where it is one of the tenant's. */
  readonly remedy: string;
}

/** One thing that is wrong, and its cure: `switch (finding.code)` narrows `finding.details`. */
export type Finding<Code extends FindingCode = FindingCode> = {
  readonly [C in Code]: FindingWords & { readonly code: C; readonly details: FindingDetails[C] };
}[Code];

/** Makes a finding about one application. */
export function finding<Code extends FindingCode>(
  code: Code,
  details: FindingDetails[Code],
  clientId: string,
): Finding {
  const words = findingWords[code](details, `Applications > ${clientId}`);
  return { code, ...words, details } as Finding;
}
