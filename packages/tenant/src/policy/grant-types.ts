const auth0Grant = (name: string) => `http://auth0.com/oauth/grant-type/${name}`;

/** What a client may do for a user unless its seed says less. */
export const userGrantTypes: readonly string[] = [
  "authorization_code",
  "implicit",
  "refresh_token",
  "password",
  auth0Grant("password-realm"),
  auth0Grant("passwordless/otp"),
  auth0Grant("mfa-otp"),
  auth0Grant("mfa-oob"),
  auth0Grant("mfa-recovery-code"),
  "urn:ietf:params:oauth:grant-type:token-exchange",
];

/** Every grant type of the tenant. */
export const grantTypes: readonly string[] = [...userGrantTypes, "client_credentials"];
