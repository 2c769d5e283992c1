declare module "auth0-js" {
  type Callback = (error: unknown, result: unknown) => void;
  class WebAuth {
    constructor(options: object);
    login(options: object, callback: Callback): void;
    parseHash(options: object, callback: Callback): void;
    checkSession(options: object, callback: Callback): void;
    signup(options: object, callback: Callback): void;
    logout(options: object): void;
    client: {
      userInfo(accessToken: string, callback: Callback): void;
      login(options: object, callback: Callback): void;
    };
    popup: {
      loginWithCredentials(options: object, callback: Callback): void;
      callback(options: object): void;
    };
    crossOriginVerification(): void;
    renderPasswordlessCaptcha(place: Element, options: object, callback: Callback): void;
  }
  class Management {
    baseOptions: { rootUrl: string };
    constructor(options: object);
  }
  const auth0: { WebAuth: typeof WebAuth; Management: typeof Management };
  export default auth0;
}

// Its own types need those of another auth0-js and do not know `overrides`.
declare module "auth0-lock" {
  class Lock {
    constructor(clientId: string, domain: string, options: object);
    show(): void;
    on(event: string, callback: (detail: unknown) => void): void;
    checkSession(options: object, callback: (error: unknown, result: unknown) => void): void;
    logout(query: object): void;
  }
  export { Lock as Auth0Lock, Lock as Auth0LockPasswordless };
}

declare module "auth0-lock/lib/i18n/en.js" {
  const english: { default: object };
  export default english;
}
