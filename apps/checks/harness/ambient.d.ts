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
    };
  }
  const auth0: { WebAuth: typeof WebAuth };
  export default auth0;
}
