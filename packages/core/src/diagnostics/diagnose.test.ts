import { expect, test } from "vitest";
import { createAuthClient } from "../client/auth-client.js";
import { createFakeClient } from "../testing/fake-client.js";
import { diagnose } from "./diagnose.js";

test("a client that createAuthClient did not make is refused with the remedy", async () => {
  await expect(diagnose(createFakeClient())).rejects.toThrow(
    /createAuthClient did not make\. .* Pass the app's own client\.$/,
  );
});

test("a server is told that only the page knows", async () => {
  const client = createAuthClient({ domain: "id.example", clientId: "abc" });
  await expect(diagnose(client)).rejects.toThrow(
    /called on a server\. .* Call it in the page that does not work\.$/,
  );
});
