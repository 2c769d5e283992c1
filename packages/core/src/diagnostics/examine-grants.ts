import { authorizationCodeGrant, tokenRequest } from "../authentication/token-grants.js";
import { randomText } from "../crypto/random.js";
import type { AuthErrorCode } from "../errors/error-details.js";
import type { Examination } from "./examination.js";
import type { Finding } from "./finding.js";
import { refusalOf } from "./refusal-of.js";

const auth0Grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;

/** How the token endpoint refuses a code that it never gave out: POST /oauth/token. */
export function probeTokenEndpoint({
  tenant,
  config,
  signal,
}: Examination): Promise<AuthErrorCode | undefined> {
  const grant = {
    code: "portico-diagnose",
    codeVerifier: randomText(),
    redirectUri: config.redirectUri(),
  };
  return refusalOf(authorizationCodeGrant(tenant, grant, { signal }));
}

/** The grants that the configuration needs, each asked for with nothing to grant: POST /oauth/token. */
export async function examineGrants(examination: Examination): Promise<Finding[]> {
  const { find } = examination;
  const needed = neededGrants(examination);
  const answers = await Promise.all(
    needed.map(async ({ grant, parameters }) => {
      const refusal = await refusalOf(probeGrant(examination, grant, parameters));
      return refusal === "unauthorized_client" ? [find("grant_off", { grant })] : [];
    }),
  );
  return answers.flat();
}

interface NeededGrant {
  readonly grant: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function neededGrants({ config }: Examination): NeededGrant[] {
  const needed: NeededGrant[] = [];
  if (config.scope.split(" ").includes("offline_access")) {
    needed.push({ grant: "refresh_token", parameters: { refresh_token: "portico-diagnose" } });
  }
  if (config.loginVia === "password-realm") {
    needed.push(
      { grant: auth0Grant("password-realm"), parameters: { realm: config.databaseConnection } },
      // Where a password alone is not enough.
      { grant: auth0Grant("mfa-otp"), parameters: { mfa_token: "portico-diagnose" } },
    );
  }
  return needed;
}

function probeGrant(
  { tenant, signal }: Examination,
  grant: string,
  parameters: Readonly<Record<string, string>>,
): Promise<unknown> {
  return tokenRequest(tenant, { signal }, "token", { grant_type: grant, ...parameters });
}
