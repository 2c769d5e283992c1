import { expect, test } from "vitest";
import { createAuthClient } from "./auth-client.js";

const config = { domain: "tenant.example", clientId: "spa" };

test("on a server a client can be made and stopped, and knows nobody yet", () => {
  const client = createAuthClient(config);
  expect(client.session.get()).toEqual({ status: "starting" });
  expect(client.getIdToken()).toBeUndefined();
  expect(() => client.stop()).not.toThrow();
});

test.each([
  ["start", () => createAuthClient(config).start()],
  ["login", () => createAuthClient(config).login({ email: "a@b.c", password: "p" })],
  ["signup", () => createAuthClient(config).signup({ email: "a@b.c", password: "p" })],
  ["getAccessToken", () => createAuthClient(config).getAccessToken()],
  ["logout", () => createAuthClient(config).logout()],
  ["checkSession", () => createAuthClient(config).checkSession()],
  ["userInfo", () => createAuthClient(config).userInfo()],
  ["completeCallback", () => createAuthClient(config).completeCallback()],
] as const)(
  "on a server %s is refused with the remedy, and never throws at once",
  async (_, call) => {
    await expect(call()).rejects.toThrow("Call it in an effect or an event handler");
  },
);

test("on a server nothing can be watched", () => {
  expect(() => createAuthClient(config).watchSession()).toThrow("Call it in an effect");
});
