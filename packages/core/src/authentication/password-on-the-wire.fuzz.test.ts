import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz, property } from "../../test/fuzz.js";
import { coAuthenticate } from "./co-authenticate.js";
import { registerUser } from "./signup.js";
import type { Tenant } from "./tenant.js";
import { credentialsGrant } from "./token-grants.js";

/** The bytes of the latest request, and an answer that does for all three endpoints. */
let received = Buffer.alloc(0);
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received = Buffer.concat(chunks);
  const answer = { login_ticket: "t", email: "e", access_token: "at", token_type: "Bearer" };
  response.end(JSON.stringify({ ...answer, expires_in: 60 }));
});
let tenant: Tenant;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  tenant = { origin, clientId: "spa", requestDeadline: 30_000 };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Text of which something might be trimmed, normalised, cut or escaped once too often. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      " ",
      "\u00a0",
      "\t",
      "\r\n",
      "\u0000",
      "\ufeff",
      "e\u0301",
      "é",
      "ﬁ",
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom("+", "%2B", "%", "&", "=", "\\", '"', "\\u0041", "+ ") },
  { weight: 1, arbitrary: fc.constantFrom("😀", "\u202e", "\u2028", "x".repeat(80), "__proto__") },
);
const password = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));

const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit));

interface Way {
  readonly send: (typed: string) => Promise<unknown>;
  /** The password as the tenant reads it. */
  readonly arrived: () => unknown;
}
const json = () => (JSON.parse(received.toString()) as { password: unknown }).password;
const credentials = (typed: string) => ({ username: "ada", password: typed, realm: "users" });
const cross: Way = {
  send: (typed) => coAuthenticate(tenant, credentials(typed), {}),
  arrived: json,
};
const signup: Way = {
  send: (typed) => registerUser(tenant, "users", { email: "e", password: typed }, {}),
  arrived: json,
};
const grant: Way = {
  send: (typed) => credentialsGrant(tenant, credentials(typed), {}, {}),
  arrived: () => new URLSearchParams(received.toString()).get("password"),
};

/** A form is UTF-8, so only JSON can carry half of a surrogate pair. */
const attempt = fc.oneof(
  fc.tuple(fc.constantFrom(cross, signup, grant), password),
  fc.tuple(
    fc.constantFrom(cross, signup),
    fc.tuple(password, half, password).map((pieces) => pieces.join("")),
  ),
);

/** Byte by byte: two texts that look alike may not be the same. */
const bytes = (text: unknown) => Buffer.from(String(text), "utf16le").toString("hex");

test(
  "a password arrives as it was typed, byte by byte, wherever it is sent",
  property,
  async () => {
    await fc.assert(
      fc.asyncProperty(attempt, async ([{ send, arrived }, typed]) => {
        await send(typed);
        expect(bytes(arrived())).toBe(bytes(typed));
      }),
      fuzz,
    );
  },
);
