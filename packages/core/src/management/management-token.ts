/** Throws an `Error` for what is clearly no access token for the Management API `audience`, such as an ID token. */
export function assertManagementToken(token: unknown, audience: string): asserts token is string {
  if (typeof token !== "string" || token === "") {
    throw mistake("without an access token", audience);
  }
  const audiences = audiencesOf(token);
  if (audiences && !audiences.includes(audience)) {
    throw mistake("with a token that is for somebody else, such as an ID token", audience);
  }
}

function mistake(how: string, audience: string): Error {
  return new Error(
    `The Management API was to be called ${how}. Nothing was sent. Pass an access token: getAccessToken({ audience: "${audience}", scope: "read:current_user" }).`,
  );
}

/** Whom a JWT is for; undefined for a token that cannot be read, which the tenant has to judge. */
function audiencesOf(token: string): readonly unknown[] | undefined {
  try {
    const [, payload = ""] = token.split(".");
    const json = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const { aud } = JSON.parse(json) as { readonly aud?: unknown };
    return aud === undefined ? undefined : [aud].flat();
  } catch {
    return undefined;
  }
}
