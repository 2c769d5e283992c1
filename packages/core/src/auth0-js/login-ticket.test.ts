import { expect, test, vi } from "vitest";
import { loginTicket } from "./login-ticket.js";
import type { WebAuth } from "./web-auth.js";

/** What the tenant answers, as auth0-js hands it on. */
const answer = vi.hoisted(() => ({ ticket: "" as unknown, key: "", verifier: "" as unknown }));

vi.mock("auth0-js", () => {
  const end = () => {};
  const send = () => ({ end, request: { abort: () => {} } });
  const request = () => ({ get: send, post: send });
  return {
    default: {
      WebAuth: class {
        client = { request: request(), buildAuthorizeUrl: () => "" };
        crossOriginAuthentication: Pick<WebAuth["crossOriginAuthentication"], "storage"> = {
          request: request(),
          storage: {},
        } as unknown as WebAuth["crossOriginAuthentication"];
        transactionManager = { storage: {} };
        authorize!: WebAuth["authorize"];
        login() {
          if (answer.key)
            this.crossOriginAuthentication.storage.setItem(answer.key, answer.verifier);
          this.authorize({ loginTicket: answer.ticket });
        }
      },
    },
  };
});

const tenant = { origin: "https://tenant.example", clientId: "spa", requestDeadline: 1000 };
const credentials = { username: "ada", password: "p", realm: "db" };
const key = "co/verifier/https%3A%2F%2Ftenant.example/id%2F1%20";

test.each([
  [
    "with its verifier",
    { ticket: "t", key, verifier: "v" },
    { ticket: "t", id: "id/1 ", verifier: "v" },
  ],
  ["without a verifier", { ticket: "t", key, verifier: undefined }, { ticket: "t" }],
  ["with a verifier that is no text", { ticket: "t", key, verifier: 1 }, { ticket: "t" }],
  ["with nothing beside it", { ticket: "t", key: "", verifier: "v" }, { ticket: "t" }],
])("a ticket %s", async (_what, given, ticket) => {
  Object.assign(answer, given);
  expect(await loginTicket(tenant, credentials, {})).toEqual(ticket);
});

test.each([[""], [undefined], [1]])("%j is no ticket", async (ticket) => {
  Object.assign(answer, { ticket, key, verifier: "v" });
  await expect(loginTicket(tenant, credentials, {})).rejects.toMatchObject({
    code: "invalid_response",
  });
});
