import type { Engine } from "../src/engine/engine.js";
import { endIfGone, keepAnswer } from "../src/flows/follow-answer.js";
import type { FlowContext } from "../src/flows/flow-context.js";
import { revokeHeld } from "../src/flows/revoke-held.js";
import { createSessionStore } from "../src/session/session-store.js";
import { createTabChannel } from "../src/session/tab-channel.js";
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
      organization: undefined,
      databaseConnection: "users",
      loginVia: "in-page",
      redirectUri: () => "https://app.example/",
      popupRedirectUri: () => "https://app.example/",
      managementOrigin: "https://tenant.example",
    },
    engine: {
      loginInPage: unexpected,
      loginByGrant: unexpected,
      loginUrl: unexpected,
      authorizeUrl: unexpected,
      popupLogin: unexpected,
      takeTransaction: () => {
        throw new Error("The test did not expect this call.");
      },
      redeem: unexpected,
      silentLogin: unexpected,
      refresh: unexpected,
      exchangeToken: unexpected,
      changePassword: unexpected,
      passwordlessStart: unexpected,
      signup: unexpected,
      userinfo: unexpected,
      logoutUrl: () => "the logout page",
      ...engine,
    },
    verification: {
      tenant: { origin: "https://tenant.example", clientId: "app", requestDeadline: 15_000 },
      keys: { algorithm: "RS256", find: async () => undefined, preload: () => {} },
      issuer: "https://tenant.example/",
      leeway: 60,
      deadline: 10_000,
    },
    session: createSessionStore(),
    pendingMessage: { get: () => undefined, set: () => {}, clear: () => {} },
    lastSignIn: { get: () => undefined, set: () => {}, clear: () => {} },
    storage: undefined,
    channel: createTabChannel("app"),
    shareRenewal: (_question, _options, work) => work(),
    sync: { open: () => {}, tell: () => {}, close: () => {} },
    singleFlight: createSingleFlight(),
    refreshTurns: createTurns(),
    navigate: () => {},
    following: async () => ({ endIfGone, keepAnswer, revokeHeld }),
    ...replaced,
  };
}

function unexpected(): Promise<never> {
  return Promise.reject(new Error("The test did not expect this call."));
}
