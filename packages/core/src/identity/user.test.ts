import { expect, test } from "vitest";
import { userFromClaims } from "./user.js";

const described = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  updated_at: "2030-01-01T12:00:00.000Z",
  org_id: "org_1",
  "https://app.example/plan": ["pro"],
};

test("a user is what the claims describe, and frozen", () => {
  const user = userFromClaims({ sub: "auth0|ada", ...described });
  expect(user).toEqual({ sub: "auth0|ada", ...described });
  expect(Object.isFrozen(user)).toBe(true);
});

test.each([
  "iss",
  "aud",
  "exp",
  "iat",
  "nbf",
  "nonce",
  "azp",
  "at_hash",
  "c_hash",
  "auth_time",
  "sid",
  "acr",
  "amr",
])("the claim %s serves the protocol alone", (name) => {
  expect(userFromClaims({ sub: "auth0|ada", [name]: "x" })).toEqual({ sub: "auth0|ada" });
});

test.each([
  [true, true],
  ["true", true],
  [false, false],
  ["false", false],
  ["yes", false],
  [1, false],
  [null, false],
])("the address is verified where the tenant says %j: %j", (said, is) => {
  expect(userFromClaims({ sub: "auth0|ada", email_verified: said })).toEqual({
    sub: "auth0|ada",
    email_verified: is,
  });
});

test("a claim cannot change what every object has", () => {
  const claims: { sub: string } = JSON.parse(`{"sub":"auth0|ada","__proto__":{"polluted":1}}`);
  const user = userFromClaims(claims);
  expect(Object.keys(user)).toEqual(["sub"]);
  expect(Object.assign({}, user)).not.toHaveProperty("polluted");
});
