import type { EngineFactory } from "../engine/engine.js";
import { createProtocolEngine } from "../engine/protocol-engine.js";

/** STUB */
export function auth0JsEngine(): EngineFactory {
  return createProtocolEngine;
}
