import { expect, test, vi } from "vitest";
import { createTransaction } from "../transaction/transaction.js";
import { authorizeAddress } from "./authorize-address.js";

const written = vi.hoisted(() => ({ address: "" as unknown }));

vi.mock("auth0-js", () => {
  const request = { get: () => {}, post: () => {} };
  return {
    default: {
      WebAuth: class {
        client = { request, buildAuthorizeUrl: () => written.address };
        crossOriginAuthentication = { request, storage: {} };
        transactionManager = { storage: {} };
      },
    },
  };
});

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1000 };
const transaction = createTransaction({
  responseType: "code",
  redirectUri: "https://app.example/",
  scope: "openid",
});

test.each([[undefined], [1], [{ href: "https://tenant.example/authorize" }]])(
  "what auth0-js writes is an address, or no answer: %j",
  async (address) => {
    written.address = address;
    await expect(authorizeAddress(tenant, transaction, {})).rejects.toMatchObject({
      code: "invalid_response",
    });
  },
);

test("what the app adds goes along", async () => {
  written.address = "https://tenant.example/authorize?a=1";
  const extra = { b: "2", c: "", scope: "evil" };
  expect(await authorizeAddress(tenant, transaction, { extra })).toBe(
    "https://tenant.example/authorize?a=1&b=2",
  );
});
