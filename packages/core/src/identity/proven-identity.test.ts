import { expect, test } from "vitest";
import { proofOf, provenIdentity, spendProof } from "./proven-identity.js";

const proof = { idToken: "an.id.token", madeFor: "auth0|ada" };

test("a proven identity holds no token, and keeps its proof beside it until that is spent", () => {
  const user = { sub: "google-oauth2|1" };
  const proven = provenIdentity(user, 1000, proof);
  expect(proven).toEqual({ user, provenAt: 1000 });
  expect(Object.isFrozen(proven)).toBe(true);
  expect(proofOf(proven)).toBe(proof);
  spendProof(proven);
  expect(() => proofOf(proven)).toThrow(/^An identity was to be linked .* Nothing was sent\./);
});

test("a copy proves nothing", () => {
  const proven = provenIdentity({ sub: "google-oauth2|1" }, 1000, proof);
  expect(() => proofOf({ ...proven })).toThrow("and not a copy.");
  expect(proofOf(proven)).toBe(proof);
});
