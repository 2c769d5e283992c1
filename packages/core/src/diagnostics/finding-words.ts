import type { FindingCode, FindingDetails, FindingWords, Severity } from "./finding.js";

type Words = {
  readonly [Code in FindingCode]: (details: FindingDetails[Code], app: string) => FindingWords;
};

/** Every finding in words; `app` is where the application stands in Auth0's dashboard. */
export const findingWords: Words = {
  insecure_context: ({ origin }) =>
    error(
      `The browser does not trust ${origin}: it was loaded over plain http.`,
      "It withholds WebCrypto, so nobody can sign in.",
      "Serve the page over https. Only localhost may do without.",
    ),
  storage_blocked: () =>
    error(
      "The browser refuses sessionStorage to this page.",
      "A login by redirect finds nothing to come back to.",
      "Allow the site's data in the browser's settings. In an iframe, open the app by itself.",
    ),
  opener_policy: ({ policy }) =>
    warning(
      `This page is served with Cross-Origin-Opener-Policy: ${policy}.`,
      "A popup at the tenant loses this page, so loginWithPopup cannot end well.",
      "Serve the page with Cross-Origin-Opener-Policy: same-origin-allow-popups.",
    ),
  blocked_by_own_policy: ({ directive, origin }) =>
    error(
      `This page's Content-Security-Policy keeps it from ${origin}.`,
      directive === "connect-src" ? "No request leaves the page." : "Silent login does not work.",
      `Add ${origin} to ${directive} of the page's Content-Security-Policy.`,
    ),
  foreign_redirect_uri: ({ redirectUri }) =>
    error(
      `The redirectUri ${redirectUri} belongs to another origin than this page.`,
      "The tenant answers to that origin, so silent and in-page login wait in vain.",
      "Give a redirectUri of this page's origin, or open the page at the redirectUri's.",
    ),
  tenant_unreachable: ({ origin }) =>
    error(
      `No tenant answers at ${origin}.`,
      "Nobody can sign in.",
      "Correct the domain: Applications > (any) > Settings > Domain has it. Then check the network.",
    ),
  not_an_auth0_tenant: ({ origin }) =>
    error(
      `What answers at ${origin} is no Auth0 tenant of that name.`,
      "ID tokens cannot be verified, so nobody can sign in.",
      "Correct the domain: Applications > (any) > Settings > Domain has it, Branding > Custom Domains the others.",
    ),
  unknown_client: ({ clientId }) =>
    error(
      `The tenant has no application with the client ID ${clientId}.`,
      "Nobody can sign in.",
      "Copy it anew: Applications > (your application) > Settings > Client ID. Check the domain too.",
    ),
  not_a_public_client: (_, app) =>
    error(
      "The application has to authenticate itself with a secret.",
      "A page can keep none, so no token is ever handed out to it.",
      `${app} > Settings > Application Type: Single Page Application, or > Credentials > Authentication Method: None.`,
    ),
  origin_not_allowed: ({ origin }, app) =>
    error(
      `The tenant does not talk to pages of ${origin}.`,
      "Every request of this page ends as a network failure.",
      `${app} > Settings > Allowed Web Origins: add ${origin}, and the same under Allowed Origins (CORS).`,
    ),
  callback_not_allowed: ({ redirectUri }, app) =>
    error(
      `The tenant sends nobody back to ${redirectUri}.`,
      "Whatever is to come back there ends on the tenant's error page, or unseen in a timeout.",
      `${app} > Settings > Allowed Callback URLs: add ${redirectUri}, to the letter.`,
    ),
  frames_refused: ({ origin }) =>
    error(
      `${origin} does not let its answers be framed.`,
      "Silent and in-page login end in a timeout.",
      "Remove X-Frame-Options and frame-ancestors from /authorize in what stands before the tenant, such as a proxy of the custom domain.",
    ),
  no_silent_answer: ({ redirectUri }, app) =>
    error(
      "The tenant does not answer a silent login.",
      "Silent and in-page login end in a timeout.",
      `${app} > Settings > Allowed Callback URLs: see that ${redirectUri} is there, to the letter. If it is, remove X-Frame-Options from /authorize in what stands before the tenant.`,
    ),
  cross_origin_login_off: (_, app) =>
    error(
      "The application may not check passwords from its own page.",
      "login ends as unauthorized_client, in-page and by redirect.",
      `${app} > Settings > Cross-Origin Authentication: switch on Allow Cross-Origin Authentication.`,
    ),
  grant_off: ({ grant }, app) =>
    error(
      `The application may not use the grant ${grant}.`,
      "Logins or renewals that need it end as unauthorized_client.",
      `${app} > Settings > Advanced Settings > Grant Types: switch on ${grantName(grant)}.`,
    ),
  unknown_connection: ({ connection }, app) =>
    error(
      `The application has no connection ${connection}.`,
      "Logins and sign-ups with a password end as invalid_request.",
      `${app} > Connections > Database: switch on ${connection}, or correct databaseConnection.`,
    ),
  unknown_organization: ({ organization }, app) =>
    error(
      `The application cannot sign in to the organization ${organization}.`,
      "Every login ends as invalid_request.",
      `${app} > Organizations: let users belong to one; Organizations: see that ${organization} is there, or correct organization.`,
    ),
  unknown_audience: ({ audience }) =>
    error(
      `The tenant has no API ${audience}.`,
      "Every login ends as access_denied.",
      `Applications > APIs: create one with the identifier ${audience}, or correct audience.`,
    ),
  management_on_custom_domain: ({ audience }) =>
    hint(
      `The tenant does not know the Management API as ${audience}.`,
      "Calls of management end as access_denied.",
      "Set managementDomain to the tenant's own host, such as example.eu.auth0.com; the Management API knows no custom domains.",
    ),
  different_site: ({ app, tenant }) =>
    warning(
      `${app} and ${tenant} are different sites.`,
      "In browsers that block third-party cookies, silent and in-page login fail; only redirects and popups sign in.",
      "Branding > Custom Domains: give the tenant a name of the app's own site, such as login.example.com for app.example.com.",
    ),
  third_party_cookies_blocked: ({ app, tenant }) =>
    error(
      `This browser hides the cookies of ${tenant} from ${app}.`,
      "Silent and in-page login fail here; only redirects and popups sign in.",
      "Branding > Custom Domains: give the tenant a name of the app's own site, such as login.example.com for app.example.com. Until then use loginWithConnection.",
    ),
  popups_blocked: () =>
    warning(
      "The browser did not let a window open.",
      "loginWithPopup ends as popup_blocked.",
      "Call it, and diagnose, in the click itself, before any await. Else allow popups for this site.",
    ),
  popups_cut_off: ({ origin }) =>
    warning(
      `A popup at ${origin} lost this page before it had answered.`,
      "loginWithPopup ends as popup_unavailable.",
      "Remove Cross-Origin-Opener-Policy from the tenant's pages, as what stands before a custom domain may set it.",
    ),
  clock_skew: ({ seconds, leeway }) =>
    error(
      `The tenant's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} this one.`,
      "ID tokens look as if they were issued in the future or expired, and nobody can sign in.",
      leeway <= 300
        ? `Set this machine's clock. If many users are like this, configure leeway: ${leeway}.`
        : "Set this machine's clock; no leeway makes up for that.",
    ),
  unsupported_algorithm: (_, app) =>
    error(
      "The application's ID tokens are not signed RS256.",
      "A page cannot verify them, so every login ends as invalid_token.",
      `${app} > Settings > Advanced Settings > OAuth > JsonWebToken Signature Algorithm: RS256.`,
    ),
  loopback_consent: ({ origin }) =>
    warning(
      `Auth0 wants the user's consent because the app runs at ${origin}.`,
      "Silent login ends as consent_required. It does so on this machine only.",
      "Give the consent once by loginWithConnection, or open the app under another name, by an entry in the hosts file.",
    ),
  consent_required: ({ audience }) =>
    warning(
      "The tenant wants the user's consent first.",
      "Silent login ends as consent_required until the user has given it on the tenant's page.",
      audience
        ? `Applications > APIs > ${audience} > Settings: switch on Allow Skipping User Consent; it holds for first-party applications.`
        : "Have the application be a first-party one, or let the user give it by loginWithConnection.",
    ),
  development_keys: ({ connection }) =>
    hint(
      `The tenant knows nobody, although a user of ${connection} is signed in here.`,
      "With Auth0's development keys silent login always ends as login_required.",
      `Authentication > Social > ${connection}: enter a Client ID and Client Secret of your own. If they are there, the session has simply ended.`,
    ),
};

/** How the dashboard calls a grant type. */
function grantName(grant: string): string {
  const { pathname } = URL.canParse(grant) ? new URL(grant) : { pathname: grant };
  const names: Readonly<Record<string, string>> = {
    authorization_code: "Authorization Code",
    implicit: "Implicit",
    refresh_token: "Refresh Token",
    "/oauth/grant-type/password-realm": "Password",
    "/oauth/grant-type/mfa-otp": "MFA",
  };
  return names[pathname] ?? grant;
}

const error = say("error");
const warning = say("warning");
const hint = say("hint");

function say(severity: Severity) {
  return (what: string, consequence: string, remedy: string): FindingWords => ({
    severity,
    what,
    consequence,
    remedy,
  });
}
