import type { VerifiedTokens } from "../authentication/verify-tokens.js";
import type { Engine, EngineConfig, EngineFactory, RedirectRequest } from "../engine/engine.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";
import { transactionOf } from "../engine/transaction-of.js";
import { authError } from "../errors/auth-error.js";
import { responseError } from "../errors/normalize-error.js";
import type { User } from "../identity/user.js";
import type { AskedFor } from "../session/asked-for.js";
import { createTransactionStore } from "../transaction/transaction-store.js";
import { fakeTokens } from "./fake-tokens.js";
import { fakeUser } from "./fake-user.js";
import { play, type Scripted } from "./scripted.js";

/** The calls that end with a user who is signed in, or with what the tenant knows of one. */
type UserMethod =
  | "loginInPage"
  | "loginByGrant"
  | "popupLogin"
  | "redeem"
  | "silentLogin"
  | "refresh"
  | "exchangeToken"
  | "userinfo";

/** The calls that succeed without a result of interest. */
type PlainMethod = "loginUrl" | "authorizeUrl" | "signup" | "changePassword" | "passwordlessStart";

/** What a fake engine starts from, and how its calls end. */
export type FakeEngineOptions = { readonly [M in UserMethod]?: Scripted<User> } & {
  readonly [M in PlainMethod]?: Scripted<undefined>;
} & {
  /** Who is signed in at the tenant already; nobody if not given. */
  readonly user?: User;
};

/** One call of a fake engine: what was asked for, and nothing secret. */
export interface FakeCall {
  /** Which call of the port to the tenant it was. */
  readonly method: keyof Engine;
  /** Its parameters by name, those left out that could be, or hold, a secret. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** An engine for `createAuthClient` that keeps a list of its calls. */
export interface FakeEngine extends EngineFactory {
  /** Every call since the engine was made, the first one first. */
  readonly calls: readonly FakeCall[];
}

/**
 * An engine without a network, for tests of an app with the client's own flows. Every call succeeds unless its
 * script says otherwise; redirects come back to the app at once with a response that the next `start` redeems.
 */
export function createFakeEngine(options: FakeEngineOptions = {}): FakeEngine {
  const calls: FakeCall[] = [];
  const script = {
    loginInPage: play(options.loginInPage),
    loginByGrant: play(options.loginByGrant),
    loginUrl: play(options.loginUrl),
    authorizeUrl: play(options.authorizeUrl),
    popupLogin: play(options.popupLogin),
    redeem: play(options.redeem),
    silentLogin: play(options.silentLogin),
    refresh: play(options.refresh),
    exchangeToken: play(options.exchangeToken),
    signup: play(options.signup),
    changePassword: play(options.changePassword),
    passwordlessStart: play(options.passwordlessStart),
    userinfo: play(options.userinfo),
  };
  let atTenant = options.user;
  let latest = options.user;

  return Object.assign((config: EngineConfig) => engineOf(config), { calls });

  function engineOf(config: EngineConfig): Engine {
    // These two never ask the tenant, so the real ones are right here too.
    const { takeTransaction, logoutUrl } = createProtocolEngine(config);
    return {
      async loginInPage(credentials, asked, callOptions) {
        note("loginInPage", credentials, asked);
        return signedIn(await script.loginInPage(callOptions), asked);
      },
      async loginByGrant(credentials, asked, callOptions) {
        note("loginByGrant", credentials, asked);
        return tokens((await script.loginByGrant(callOptions)) ?? fakeUser, asked);
      },
      async loginUrl(credentials, request, callOptions) {
        note("loginUrl", credentials, request);
        await script.loginUrl(callOptions);
        return comeBack(request);
      },
      async authorizeUrl(request) {
        note("authorizeUrl", request);
        await script.authorizeUrl({});
        return comeBack(request);
      },
      async popupLogin(request, popup, callOptions) {
        note("popupLogin", request);
        try {
          return signedIn(await script.popupLogin(callOptions), request);
        } finally {
          popup.close();
        }
      },
      takeTransaction,
      async redeem(response, transaction, callOptions) {
        note("redeem", transaction);
        if (response.kind === "error") throw responseError(response.error);
        return signedIn(await script.redeem(callOptions), transaction);
      },
      async silentLogin(asked, callOptions) {
        note("silentLogin", asked);
        const user = (await script.silentLogin(callOptions)) ?? atTenant;
        if (!user) throw authError("login_required");
        return tokens(user, asked);
      },
      async refresh(_refreshToken, asked, callOptions) {
        note("refresh", asked);
        const user = (await script.refresh(callOptions)) ?? latest ?? fakeUser;
        return { ...tokens(user, asked), refreshToken: "fake-refresh-token" };
      },
      async exchangeToken(exchange, asked, callOptions) {
        note("exchangeToken", exchange, asked);
        return tokens((await script.exchangeToken(callOptions)) ?? fakeUser, asked);
      },
      async signup(connection, user, callOptions) {
        note("signup", user, { connection });
        await script.signup(callOptions);
      },
      async changePassword(request, callOptions) {
        note("changePassword", request);
        await script.changePassword(callOptions);
      },
      async passwordlessStart(request, link, callOptions) {
        note("passwordlessStart", request);
        await script.passwordlessStart(callOptions);
        if (link) comeBack(link);
      },
      async userinfo(_accessToken, callOptions) {
        note("userinfo");
        return (await script.userinfo(callOptions)) ?? latest ?? fakeUser;
      },
      logoutUrl,
    };

    function signedIn(user: User = fakeUser, asked: Expected): VerifiedTokens {
      const given = tokens(user, asked);
      atTenant = user;
      return given;
    }

    function tokens(user: User, asked: Expected): VerifiedTokens {
      if (asked.subject !== undefined && asked.subject !== user.sub) {
        throw authError("user_changed");
      }
      latest = user;
      return fakeTokens(config, user, asked);
    }

    /** The address of the response to a redirect, which the app's own page redeems. */
    function comeBack(request: RedirectRequest): string {
      const transaction = transactionOf(request, config.responseType);
      createTransactionStore(config.name).add(transaction);
      const url = new URL(transaction.redirectUri);
      url.searchParams.set("code", "fake-code");
      url.searchParams.set("state", transaction.state);
      return url.href;
    }
  }

  function note(method: keyof Engine, ...given: readonly object[]): void {
    const asked = Object.entries(Object.assign({}, ...given) as object);
    const shown = asked.filter(([name, value]) => harmless.has(name) && value !== undefined);
    calls.push(Object.freeze({ method, asked: Object.freeze(Object.fromEntries(shown)) }));
  }
}

type Expected = AskedFor & { readonly subject?: string | undefined };

/** What may be kept of a call; everything else could be, or hold, a secret. */
const harmless: ReadonlySet<string> = new Set(
  (
    "scope audience organization connection realm username email phoneNumber send language maxAge prompt " +
    "loginHint screenHint acrValues uiLocales redirectUri responseMode subject subjectTokenType"
  ).split(" "),
);
