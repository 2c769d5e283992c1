import { EncryptJWT, jwtDecrypt, jwtVerify, SignJWT, type JWTPayload } from "jose";
import type { TenantContext } from "../context.js";
import type { Api } from "../state/apis.js";
import type { LoginFacts } from "../state/login-facts.js";
import { organizationClaims } from "./claims.js";
import { publicKeyOf } from "./public-key-of.js";

export interface AccessTokenInput {
  readonly clientId: string;
  /** A user id, or `CLIENT_ID@clients`. */
  readonly subject: string;
  readonly scope: string;
  readonly facts: LoginFacts;
  /** Null: a token for `/userinfo` only. */
  readonly api: Api | null;
  /** True for tokens handed to the browser by `/authorize`. */
  readonly viaBrowser: boolean;
  /** The claim `gty`, for grants that say so. */
  readonly grantType?: string;
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
    ...input.facts.accessTokenClaims,
    ...organizationClaims(input.facts),
    iss: tenant.issuer,
    sub: input.subject,
    aud: audienceOf(tenant, input),
    iat: issuedAt,
    exp: issuedAt + expiresIn,
    scope: input.scope,
    azp: input.clientId,
    ...(input.grantType !== undefined && { gty: input.grantType }),
  };
  const token = input.api ? await sign(tenant, claims) : await encrypt(tenant, claims);
  return { token, expiresIn };
}

async function sign(tenant: TenantContext, claims: JWTPayload): Promise<string> {
  const { kid, privateKey } = await tenant.keys.current();
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", typ: "JWT", kid }).sign(privateKey);
}

function encrypt(tenant: TenantContext, claims: JWTPayload): Promise<string> {
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", iss: tenant.issuer })
    .encrypt(tenant.keys.encryptionKey);
}

/** What a valid access token says. */
export interface AccessTokenClaims {
  /** A user, or `CLIENT_ID@clients` for a token that a client got in its own name. */
  readonly subject: string;
  readonly clientId: string;
  readonly scope: string;
}

/** Reads a token of either kind that is good for `audience`; undefined for any other. */
export async function readAccessToken(
  tenant: TenantContext,
  token: string,
  audience: string,
): Promise<AccessTokenClaims | undefined> {
  const rules = {
    issuer: tenant.issuer,
    audience,
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
    const { sub = "", azp, scope } = payload;
    return { subject: sub, clientId: textOf(azp), scope: textOf(scope) };
  } catch {
    // Whatever is wrong with it, the answer is the same 401.
    return undefined;
  }
}

function textOf(claim: unknown): string {
  return typeof claim === "string" ? claim : "";
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
