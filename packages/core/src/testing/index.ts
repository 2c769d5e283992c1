export { createFakeClient, fakeError, fakeUser, type FakeClientOptions } from "./fake-client.js";
