import { EncryptJWT, jwtDecrypt, jwtVerify, SignJWT } from "jose";
import type { TenantContext } from "../context.js";
import type { Api } from "../state/apis.js";

export interface AccessTokenInput {
  readonly clientId: string;
  readonly userId: string;
  readonly scope: string;
  /** Null: a token for `/userinfo` only. */
  readonly api: Api | null;
  /** True for tokens handed to the browser by `/authorize`. */
  readonly viaBrowser: boolean;
}

export interface IssuedAccessToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** A JWT for an API; without one a token that clients cannot read (five-part JWE). */
export async function issueAccessToken(
  tenant: TenantContext,
  input: AccessTokenInput,
): Promise<IssuedAccessToken> {
  const issuedAt = Math.floor(tenant.clock.now() / 1000);
  const expiresIn = lifetimeOf(tenant, input);
  const claims = {
    iss: tenant.issuer,
    sub: input.userId,
    aud: audienceOf(tenant, input),
    iat: issuedAt,
    exp: issuedAt + expiresIn,
    scope: input.scope,
    azp: input.clientId,
  };
  const token = input.api
    ? await new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: tenant.keys.current().kid })
        .sign(tenant.keys.current().privateKey)
    : await new EncryptJWT(claims)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM", iss: tenant.issuer })
        .encrypt(tenant.keys.encryptionKey);
  return { token, expiresIn };
}

/** Returns user and scope of a token that is good for `/userinfo`, of either kind. */
export async function readUserinfoToken(
  tenant: TenantContext,
  token: string,
): Promise<{ userId: string; scope: string } | undefined> {
  const rules = {
    issuer: tenant.issuer,
    audience: userinfoAudience(tenant),
    currentDate: new Date(tenant.clock.now()),
  };
  try {
    const { payload } =
      token.split(".").length === 5
        ? await jwtDecrypt(token, tenant.keys.encryptionKey, rules)
        : await jwtVerify(token, (header) => publicKeyOf(tenant, header.kid), {
            ...rules,
            algorithms: ["RS256"],
          });
    const { sub = "", scope } = payload;
    return { userId: sub, scope: typeof scope === "string" ? scope : "" };
  } catch {
    // Whatever is wrong with it, the answer is the same 401.
    return undefined;
  }
}

export function userinfoAudience(tenant: TenantContext): string {
  return `${tenant.url}/userinfo`;
}

function audienceOf(tenant: TenantContext, { api, scope }: AccessTokenInput): string | string[] {
  if (!api) return userinfoAudience(tenant);
  const openid = scope.split(" ").includes("openid");
  return openid ? [api.audience, userinfoAudience(tenant)] : api.audience;
}

function lifetimeOf(tenant: TenantContext, { api, viaBrowser }: AccessTokenInput): number {
  const { accessToken, browserAccessToken } = tenant.settings.lifetimes;
  return viaBrowser
    ? (api?.browserTokenLifetime ?? browserAccessToken)
    : (api?.tokenLifetime ?? accessToken);
}

function publicKeyOf(tenant: TenantContext, kid: string | undefined) {
  const key = tenant.keys.all().find((candidate) => candidate.kid === kid);
  if (!key) throw new Error("The token names a key that this tenant does not have.");
  return key.publicKey;
}
