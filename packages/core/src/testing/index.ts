export { createFakeClient, fakeError, type FakeClientOptions } from "./fake-client.js";
export {
  createFakeEngine,
  type FakeCall,
  type FakeEngine,
  type FakeEngineOptions,
} from "./fake-engine.js";
export { fakeChallenge } from "./fake-steps.js";
export { fakeUser } from "./fake-user.js";
export type { FakeEnd, Scripted } from "./scripted.js";
