import { expect, test } from "vitest";
import { plainRefusal } from "./plain-refusal.js";
import { readMessage } from "./read-message.js";

const state = "the-state";

test.each([
  ["login_required", "Login required"],
  ["login_required", undefined],
  ["consent_required", undefined],
  ["interaction_required", undefined],
])("%s (%s) is a refusal and nothing else", (error, words) => {
  const message = { state, error, ...(words !== undefined && { error_description: words }) };
  expect(plainRefusal(message)).toBe(error);
  // The long way round says the same.
  expect(readMessage(message)).toEqual({ kind: "error", state, error });
});

test.each<[string, Record<string, unknown>]>([
  [
    "says that a second factor is due",
    { error: "login_required", error_description: "Multifactor authentication required" },
  ],
  ["says so in other words", { error: "consent_required", error_description: "Consent required" }],
  ["says so in words that are no text", { error: "login_required", error_description: null }],
  [
    "has words with a line break",
    { error: "login_required", error_description: "Login\nrequired" },
  ],
  ["says who it is from", { error: "login_required", iss: "https://tenant.example/" }],
  ["has a code, too", { error: "login_required", code: "abc" }],
  ["has a token, too", { error: "login_required", id_token: "a.b.c" }],
  ["has fields that nobody knows", { error: "login_required", more: 1 }],
  ["is another refusal", { error: "access_denied" }],
  ["names an error that is no text", { error: ["login_required"] }],
  ["is no refusal", { code: "abc" }],
])("an answer that %s takes a closer look", (_, message) => {
  expect(plainRefusal({ state, ...message })).toBeUndefined();
});
