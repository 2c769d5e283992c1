import type { Verification } from "../authentication/verify-tokens.js";
import { navigate } from "../browser/navigate.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";
import type { FlowContext } from "../flows/flow-context.js";
import { createLastSignInStore } from "../session/last-sign-in.js";
import { createPendingMessageStore } from "../session/pending-message.js";
import { createSessionStore } from "../session/session-store.js";
import { createSessionSync } from "../session/session-sync.js";
import { createSharedRenewal } from "../session/shared-renewal.js";
import { createSessionPort } from "../session/storage-port.js";
import { createTabChannel } from "../session/tab-channel.js";
import { load } from "../transport/load.js";
import { createSingleFlight } from "../transport/single-flight.js";
import { createTurns } from "../transport/turns.js";
import type { ResolvedConfig } from "./auth-config.js";
import { createLazyKeySet } from "./lazy-key-set.js";
import { signInPart } from "./on-demand.js";

/** What the flows of one client work with. Nothing happens yet. */
export function createContext(config: ResolvedConfig): FlowContext {
  const { origin, clientId, deadlines, issuer, leeway, responseType, redirectUri } = config;
  const name = `${new URL(origin).host}.${clientId}`;
  const tenant = { origin, clientId, requestDeadline: deadlines.request };
  const keys = createLazyKeySet(`${origin}/.well-known/jwks.json`, deadlines.keys);
  const verification: Verification = { tenant, keys, issuer, leeway, deadline: deadlines.keys };
  const session = createSessionStore();
  const channel = createTabChannel(name);
  const createEngine = config.engine ?? createProtocolEngine;
  return {
    config,
    engine: createEngine({
      tenant,
      verification,
      name,
      responseType,
      redirectUri,
      silentDeadline: deadlines.silent,
      popupDeadline: deadlines.popup,
    }),
    verification,
    session,
    storage: createSessionPort(config.storage, name),
    pendingMessage: createPendingMessageStore(name),
    lastSignIn: createLastSignInStore(name, config.rememberLastSignIn),
    navigate,
    following: (options) => load(signInPart, options),
    sync: createSessionSync(name, channel),
    channel,
    singleFlight: createSingleFlight(),
    refreshTurns: createTurns(),
    shareRenewal: createSharedRenewal({
      channel,
      session,
      verification,
      patience: deadlines.silent,
    }),
  };
}
