declare module "auth0-js" {
  type Callback<Result> = (error: never, result: Result) => void;
  class WebAuth {
    constructor(options: object);
    login(options: object, callback: Callback<never>): void;
    signup(options: object, callback: Callback<never>): void;
    changePassword(options: object, callback: Callback<never>): void;
    parseHash(options: object, callback: Callback<never>): void;
    checkSession(options: object, callback: Callback<never>): void;
  }
  const auth0: { WebAuth: typeof WebAuth };
  export default auth0;
}

declare module "auth0-lock" {
  class Auth0Lock {
    constructor(clientId: string, domain: string, options: object);
    show(): void;
    on(event: string, callback: (detail: unknown) => void): void;
  }
  export { Auth0Lock };
}

declare module "auth0-lock/lib/i18n/en.js" {
  const english: { default: object };
  export default english;
}

interface Window {
  /** Made by Lock. */
  Auth0: { registerLanguageDictionary(language: string, dictionary: object): void };
}

/** What verifies ID tokens in the core; it is no export of the package. */
declare module "bench:verifier" {
  export { createKeySet } from "../../../packages/core/src/tokens/jwks.js";
  export { verifyIdToken } from "../../../packages/core/src/tokens/verify-id-token.js";
}

/** What `Login` looks like, in HTML. */
declare module "bench:login-markup" {
  export const markup: string;
}
