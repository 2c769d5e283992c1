import type auth0Js from "auth0-js";
import type { AuthConfig } from "@portico/core";
import { keepOptions } from "./auth0-js-options.js";

type WebAuth = InstanceType<typeof auth0Js.WebAuth>;
type Done = (error: unknown, result?: unknown) => void;
type Fields = Readonly<Record<string, unknown>>;

/**
 * What an app writes that calls the unmodified auth0-js as its documentation says: callbacks, no check of its own, and
 * whoever comes without an error is signed in. It has the names of our client's methods, so that one table does for both.
 */
export interface BareClient {
  readonly session: { get(): object };
  readonly [method: string]: unknown;
}

/** How often auth0-js has called back since the last call began. */
export interface Callbacks {
  count: number;
}

/** Thrown for an error that auth0-js gave its callback; `given` is that very object. */
export class BareError extends Error {
  readonly given: unknown;

  constructor(given: unknown) {
    super("auth0-js called back with an error.");
    this.given = given;
  }
}

export async function openBareClient(
  config: AuthConfig,
  callbacks: Callbacks,
): Promise<BareClient> {
  const { default: auth0 } = await import("auth0-js");
  const domain = String(config.domain);
  const options = {
    domain,
    clientID: config.clientId,
    redirectUri: config.redirectUri,
    responseType: "token id_token",
    scope: config.scope ?? "openid profile email",
    ...(config.audience && { audience: config.audience }),
    ...(config.leeway !== undefined && { leeway: config.leeway }),
    overrides: { __token_issuer: `${domain}/`, __jwks_uri: `${domain}/.well-known/jwks.json` },
    _sendTelemetry: false,
    _disableDeprecationWarnings: true,
    disableWarnings: true,
  };
  keepOptions(options);
  const webAuth = new auth0.WebAuth(options);
  let signedIn: Fields | undefined;
  let contact: Fields = {};

  /** Resolves with what comes without an error. What is thrown at once is told apart from what comes back. */
  const said = <T>(call: (done: Done) => unknown) =>
    new Promise<T>((resolve, reject) => {
      callbacks.count = 0;
      call((error, result) => {
        callbacks.count += 1;
        if (error) reject(new BareError(error));
        else resolve(result as T);
      });
    });

  /** Tokens are a session, whatever they are. */
  const signIn = async (call: (done: Done) => unknown) => {
    const tokens = await said<Fields | undefined>(call);
    signedIn = tokens ?? {};
    return { kind: "authenticated", tokens };
  };

  const method = (path: string): ((...given: unknown[]) => unknown) => {
    const steps = path.split(".");
    const name = steps.pop() ?? "";
    const receiver = steps.reduce<object>((value, step) => Reflect.get(value, step), webAuth);
    const call = Reflect.get(receiver, name) as (...given: unknown[]) => unknown;
    return (...given) => call.apply(receiver, given);
  };

  const management = () => {
    const token = signedIn?.["accessToken"];
    const made = new auth0.Management({ domain, token });
    // Without https its address has to be set.
    made.baseOptions.rootUrl = `${domain}/api/v2`;
    return made;
  };

  const realm = "Username-Password-Authentication";

  return {
    session: { get: () => ({ status: signedIn ? "authenticated" : "anonymous" }) },
    webAuth,
    /** One with other options. */
    another: (more: object) => new auth0.WebAuth({ ...options, ...more }),
    /** Takes the callback in the address. */
    start: async () => {
      if (!/[#&](access_token|id_token|error|code)=/.test(location.hash)) {
        return { kind: "anonymous" };
      }
      return signIn((done) => webAuth.parseHash({ hash: location.hash }, done));
    },
    /** `maxAge` and the like go to `/authorize` as they are. */
    login: ({ email, password, via = "redirect", ...rest }: Fields) => {
      if (via !== "password-realm") {
        return said((done) => webAuth.login({ realm, email, password, ...rest }, done));
      }
      const { scope } = options;
      return signIn((done) =>
        webAuth.client.login({ realm, username: email, password, scope, ...rest }, done),
      );
    },
    authorize: async (given: object) => method("authorize")(given),
    signup: ({ email, password, ...rest }: Fields) =>
      said((done) => webAuth.signup({ connection: realm, email, password, ...rest }, done)),
    resetPassword: ({ email }: Fields) =>
      said((done) => method("changePassword")({ connection: realm, email }, done)),
    passwordless: {
      start: (given: Fields) => {
        contact = { ...given, connection: given["phoneNumber"] ? "sms" : "email" };
        return said((done) => method("passwordlessStart")({ ...contact, send: "code" }, done));
      },
      /** The challenge of ours has no counterpart: auth0-js is told the address again. */
      verify: (_challenge: unknown, { otp: verificationCode }: Fields) =>
        said((done) => method("passwordlessLogin")({ ...contact, verificationCode }, done)),
    },
    loginWithPopup: (given: Fields = {}) =>
      signIn((done) =>
        method("popup.authorize")(
          { ...given, domain, redirectUri: location.href.replace(/[^/]*$/, "auth0-js-popup.html") },
          done,
        ),
      ),
    checkSession: (given: object = {}) => signIn((done) => webAuth.checkSession(given, done)),
    userInfo: () =>
      said((done) => webAuth.client.userInfo(String(signedIn?.["accessToken"]), done)),
    linkUser: ({ userId, secondary }: Fields) =>
      said((done) => {
        const made = management();
        const link = Reflect.get(made, "linkUser") as (...all: unknown[]) => unknown;
        link.call(made, userId, secondary, done);
      }),
    logout: () => {
      signedIn = undefined;
      webAuth.logout({ returnTo: config.redirectUri, clientID: config.clientId });
    },
    /** Signs in without a call, for calls that need somebody. */
    adopt: (tokens: Fields) => {
      signedIn = tokens;
    },
  } satisfies BareClient & { webAuth: WebAuth };
}
