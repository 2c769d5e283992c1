import type { changePassword as ownChangePassword } from "../authentication/change-password.js";
import type { passwordlessStart as ownPasswordlessStart } from "../authentication/passwordless-start.js";
import type { signup as ownSignup } from "../authentication/signup.js";
import type { tokenExchangeGrant as ownTokenExchangeGrant } from "../authentication/token-exchange.js";
import type { credentialsGrant as ownCredentialsGrant } from "../authentication/token-grants.js";
import { readTokenResponse, type TokenResponse } from "../authentication/token-response.js";
import type { userinfo as ownUserinfo } from "../authentication/userinfo.js";
import { signupRefusal } from "../errors/signup-refusal.js";
import { userFromClaims } from "../identity/user.js";
import { callEngine } from "./call-engine.js";

// What auth0-js sends in the place of the requests of the same names in `authentication`.

/** Exchanges credentials of one connection: POST /oauth/token. */
export const credentialsGrant: typeof ownCredentialsGrant = (
  tenant,
  credentials,
  { scope, audience, organization },
  { signal },
) => {
  const isOtp = "otp" in credentials;
  const options = { ...credentials, scope, audience, organization };
  const otpGrant = "http://auth0.com/oauth/grant-type/passwordless/otp";
  return callEngine(tenant, {
    endpoint: isOtp ? "otp_grant" : "credentials_grant",
    signal,
    secrets: [isOtp ? credentials.otp : credentials.password],
    invoke({ client }, done) {
      if (isOtp) client.oauthToken({ ...options, grantType: otpGrant }, done);
      else client.login(options, done);
    },
    read: readTokens,
  });
};

/** Trades a token of somebody else's: POST /oauth/token, RFC 8693. */
export const tokenExchangeGrant: typeof ownTokenExchangeGrant = (
  tenant,
  { subjectToken, subjectTokenType, actorToken, actorTokenType },
  { scope, audience, organization },
  { signal },
) => {
  const given = { subjectToken, subjectTokenType, actorToken, actorTokenType };
  const options = { ...given, scope, audience, organization };
  return callEngine(tenant, {
    endpoint: "token",
    signal,
    secrets: [subjectToken, actorToken],
    invoke: (webAuth, done) => webAuth.customTokenExchange(options, done),
    read: readTokens,
  });
};

/** Creates a database user: POST /dbconnections/signup. */
export const signup: typeof ownSignup = async (tenant, connection, user, { signal }) => {
  const { email, password, username, name, givenName, familyName, nickname, picture } = user;
  const { phoneNumber, userMetadata, organization, captcha, captchaState } = user;
  const names = { name, givenName, familyName, nickname, picture };
  const account = { connection, email, password, username, phoneNumber, organization };
  const rest = { userMetadata, captcha, state: captchaState };
  await callEngine(tenant, {
    endpoint: "signup",
    signal,
    secrets: [password],
    readRefusal: signupRefusal,
    invoke: (webAuth, done) => webAuth.signup({ ...account, ...names, ...rest }, done),
    read: (result) => textIn(result, "email"),
  });
};

/** Mails a link to set a new password: POST /dbconnections/change_password. */
export const changePassword: typeof ownChangePassword = async (
  tenant,
  { connection, email, captcha, captchaState },
  { signal },
) => {
  await callEngine(tenant, {
    endpoint: "change_password",
    signal,
    invoke(webAuth, done) {
      // It takes this one from its instance only.
      webAuth.baseOptions.state = captchaState;
      webAuth.changePassword({ connection, email, captcha }, done);
    },
    // A sentence that nobody has to read: a page of HTML, JSON or nothing at all is none.
    read: (result) => (typeof result === "string" && /^\s*[^\s<{[]/.test(result)) || undefined,
  });
};

/** Sends a one-time code or a link: POST /passwordless/start. */
export const passwordlessStart: typeof ownPasswordlessStart = async (
  tenant,
  { connection, send, email, phoneNumber, language, captcha, captchaState, authParams },
  { signal },
) => {
  const message = { connection, send, email, phoneNumber, captcha };
  // The tenant allows no `state` beside them.
  const withState = captchaState ? { ...authParams, state: captchaState } : authParams;
  const rest = { authParams: withState && { ...withState }, xRequestLanguage: language };
  await callEngine(tenant, {
    endpoint: "passwordless",
    signal,
    invoke: ({ client }, done) => client.passwordless.start({ ...message, ...rest }, done),
    read: (result) => textIn(result, "email") ?? textIn(result, "phoneNumber"),
  });
};

/** The user as the tenant knows them now: GET /userinfo. */
export const userinfo: typeof ownUserinfo = (tenant, accessToken, { signal }) =>
  callEngine(tenant, {
    endpoint: "userinfo",
    signal,
    secrets: [accessToken],
    invoke: ({ client }, done) => client.userInfo(accessToken, done),
    read(result) {
      const sub = textIn(result, "sub");
      return sub === undefined ? undefined : userFromClaims({ ...(result as Fields), sub });
    },
  });

function readTokens(result: unknown): TokenResponse {
  const { accessToken, idToken, refreshToken, tokenType, expiresIn, scope } = result as Fields;
  return readTokenResponse({
    access_token: accessToken,
    id_token: idToken,
    refresh_token: refreshToken,
    token_type: tokenType,
    expires_in: expiresIn,
    scope,
  });
}

function textIn(result: unknown, name: string): string | undefined {
  const value = (result as Fields)[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What is no object has none of these, or throws when it is read: it is no answer either way. */
type Fields = Readonly<Record<string, unknown>>;
