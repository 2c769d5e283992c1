declare module "auth0-js" {
  type Callback = (error: unknown, result: unknown) => void;
  class WebAuth {
    constructor(options: Record<string, unknown>);
    login(options: Record<string, unknown>, callback: Callback): void;
    parseHash(options: Record<string, unknown>, callback: Callback): void;
    checkSession(options: Record<string, unknown>, callback: Callback): void;
    signup(options: Record<string, unknown>, callback: Callback): void;
    logout(options: Record<string, unknown>): void;
    client: {
      userInfo(accessToken: string, callback: Callback): void;
      login(options: Record<string, unknown>, callback: Callback): void;
    };
    popup: {
      loginWithCredentials(options: Record<string, unknown>, callback: Callback): void;
    };
  }
  const auth0: { WebAuth: typeof WebAuth };
  export default auth0;
}
