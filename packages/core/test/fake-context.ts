import type { Engine } from "../src/engine/engine.js";
import type { FlowContext } from "../src/flows/flow-context.js";
import { createSessionStore } from "../src/session/session-store.js";
import { createSingleFlight } from "../src/transport/single-flight.js";
import { createTurns } from "../src/transport/turns.js";

/** What the flows work with, around an engine that answers as the test says and refuses everything else. */
export function fakeContext(
  engine: Partial<Engine>,
  replaced: Partial<Omit<FlowContext, "engine">> = {},
): FlowContext {
  return {
    config: {
      scope: "openid",
      audience: undefined,
      databaseConnection: "users",
      loginVia: "in-page",
      redirectUri: () => "https://app.example/",
    },
    engine: {
      loginInPage: unexpected,
      loginWithPasswordRealm: unexpected,
      loginUrl: unexpected,
      authorizeUrl: unexpected,
      takeTransaction: () => {
        throw new Error("The test did not expect this call.");
      },
      redeem: unexpected,
      silentLogin: unexpected,
      refresh: unexpected,
      signup: unexpected,
      userinfo: unexpected,
      logoutUrl: () => "the logout page",
      ...engine,
    },
    session: createSessionStore(),
    sync: { open: () => {}, tell: () => {}, close: () => {} },
    transactions: { add: () => {}, take: () => undefined, clear: () => {} },
    singleFlight: createSingleFlight(),
    refreshTurns: createTurns(),
    navigate: () => {},
    ...replaced,
  };
}

function unexpected(): Promise<never> {
  return Promise.reject(new Error("The test did not expect this call."));
}
