/* oxlint-disable vitest/valid-title, vitest/expect-expect -- the compiler is what judges here */
import type { Auth0, AuthError, AuthErrorCode } from "@portico/react";
import * as portico from "@portico/react";
import type {
  Auth0ContextInterface,
  Auth0ProviderOptions,
  RedirectLoginOptions,
  User,
} from "@portico/react/auth0-react";
import { useAuth0 } from "@portico/react/auth0-react";
import { describe, expectTypeOf, test } from "vitest";

// The compiler is what judges here: nothing below is ever called, and a mistake that compiles fails the build.
declare const auth0: Auth0ContextInterface;
declare const own: Auth0;

const compiles = (title: string, _check: () => unknown) => test(title, () => {});

interface Member extends User {
  readonly "https://app.example/roles": readonly string[];
}

describe("what cannot be honoured is refused", () => {
  compiles("in a redirect", () => [
    auth0.loginWithRedirect({ authorizationParams: { prompt: "login", "ext-any": 1 } }),
    // @ts-expect-error the client's alone
    auth0.loginWithRedirect({ authorizationParams: { state: "mine" } }),
    // @ts-expect-error the client's alone
    auth0.loginWithRedirect({ authorizationParams: { response_type: "token" } }),
    // @ts-expect-error no prompt of OpenID Connect
    auth0.loginWithRedirect({ authorizationParams: { prompt: "please" } }),
    // @ts-expect-error the name it had before openUrl
    auth0.loginWithRedirect({ onRedirect: async () => {} }),
  ]);

  compiles("in a popup", () => [
    auth0.loginWithPopup(
      { authorizationParams: { connection: "github" } },
      { timeoutInSeconds: 9 },
    ),
    // @ts-expect-error where popups come back to is part of the configuration
    auth0.loginWithPopup({ authorizationParams: { redirect_uri: "https://app.example" } }),
    // @ts-expect-error the client opens the window itself
    auth0.loginWithPopup({}, { popup: window }),
    // @ts-expect-error and closes it
    auth0.loginWithPopup({}, { closePopup: false }),
    // @ts-expect-error a popup has no way back to keep it for
    auth0.loginWithPopup({ appState: { returnTo: "/" } }),
  ]);

  compiles("in a silent request", () => [
    auth0.getAccessTokenSilently({ authorizationParams: { audience: "a" }, cacheMode: "off" }),
    // @ts-expect-error a token is a text
    auth0.getAccessTokenSilently({ detailedResponse: true }),
    // @ts-expect-error it is not told apart whether a token is at hand
    auth0.getAccessTokenSilently({ cacheMode: "cache-only" }),
    // @ts-expect-error a silent request comes back to where the configuration says
    auth0.getAccessTokenSilently({ authorizationParams: { redirect_uri: "https://app.example" } }),
  ]);

  compiles("in a logout", () => [
    auth0.logout({ logoutParams: { returnTo: "https://app.example", federated: true } }),
    auth0.logout({ clientId: null, openUrl: false }),
    // @ts-expect-error another application's
    auth0.logout({ clientId: "another" }),
    // @ts-expect-error no parameter of the tenant's logout
    auth0.logout({ logoutParams: { wherever: "https://app.example" } }),
  ]);
});

describe("the types", () => {
  compiles("have the names that they have in @auth0/auth0-react", () => {
    expectTypeOf<Auth0ProviderOptions["children"]>().not.toBeNever();
    const toOrders: RedirectLoginOptions<{ returnTo: string }> = { appState: { returnTo: "/" } };
    void auth0.loginWithRedirect(toOrders);
  });

  compiles("let an app name claims of its own", () => {
    expectTypeOf(useAuth0<Member>).returns.toHaveProperty("user");
    expectTypeOf<Auth0ContextInterface<Member>["user"]>().toEqualTypeOf<Member | undefined>();
    expectTypeOf(useAuth0).returns.toEqualTypeOf<Auth0ContextInterface>();
    expectTypeOf(portico.useAuth0<Member>).returns.toEqualTypeOf<Auth0<Member>>();
    expectTypeOf<Auth0<Member>["user"]>().toEqualTypeOf<Member | undefined>();
  });

  compiles("call the code of a failure error too", () => {
    expectTypeOf<AuthError["error"]>().toEqualTypeOf<AuthErrorCode>();
    expectTypeOf<Auth0ContextInterface["error"]>().toEqualTypeOf<AuthError | undefined>();
  });
});

describe("the useAuth0 of @portico/react has one spelling", () => {
  compiles("of its options", () => [
    own.loginWithRedirect({ connection: "github", appState: { returnTo: "/" } }),
    own.loginWithPopup({ connection: "github" }),
    own.logout({ returnTo: "https://app.example" }),
    own.getAccessTokenSilently({ audience: "a" }),
    // @ts-expect-error the dialect's
    own.loginWithRedirect({ authorizationParams: { connection: "github" } }),
    // @ts-expect-error the dialect's
    own.loginWithPopup({}, { timeoutInSeconds: 9 }),
    // @ts-expect-error the dialect's
    own.logout({ logoutParams: { returnTo: "https://app.example" } }),
    // @ts-expect-error the dialect's
    own.getAccessTokenSilently({ authorizationParams: { audience: "a" } }),
  ]);
});
