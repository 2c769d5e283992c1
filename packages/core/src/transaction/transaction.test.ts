import { expect, test } from "vitest";
import { codeChallenge, createTransaction } from "./transaction.js";

const asked = {
  redirectUri: "https://app.example/",
  responseType: "code",
  scope: "openid",
} as const;

test("the code challenge is that of RFC 7636 appendix B", async () => {
  const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  expect(await codeChallenge(verifier)).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
});

test("state, nonce and verifier are 256 random bits each, and never twice the same", () => {
  const made = Array.from({ length: 50 }, () => createTransaction(asked));
  const values = made.flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier]);
  expect(new Set(values).size).toBe(150);
  // 43 characters are also the least that RFC 7636 section 4.1 allows for a verifier.
  for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
});

test("keeps what was asked for, and reads no more than that", () => {
  const given = Object.freeze({ ...asked, maxAge: 0, appState: Object.freeze({ returnTo: "/a" }) });
  expect(createTransaction(given)).toMatchObject(given);
});
